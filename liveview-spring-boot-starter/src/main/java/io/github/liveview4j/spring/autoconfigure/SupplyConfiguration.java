package io.github.liveview4j.spring.autoconfigure;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Looks at what the application is made of before anybody can connect. */
@Configuration(proxyBeanMethods = false)
class SupplyConfiguration implements BeanClassLoaderAware {

    private ClassLoader loader = SupplyConfiguration.class.getClassLoader();

    @Override
    public void setBeanClassLoader(ClassLoader classLoader) {
        loader = classLoader;
    }

    @Bean
    @Lazy(false)
    InitializingBean liveViewVersionCheck(LiveViewProperties properties) {
        return () -> VersionCheck.run(LibraryVersions.of(loader), properties.versionCheck());
    }
}
