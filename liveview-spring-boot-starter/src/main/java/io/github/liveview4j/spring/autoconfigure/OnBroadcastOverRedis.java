package io.github.liveview4j.spring.autoconfigure;

import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.Broadcasting;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds unless {@code liveview.broadcast} says that nothing leaves this node. */
final class OnBroadcastOverRedis extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Broadcasting said = Binder.get(context.getEnvironment())
                .bind("liveview.broadcast", Broadcasting.class)
                .orElse(Broadcasting.AUTO);
        return new ConditionOutcome(
                said != Broadcasting.LOCAL,
                ConditionMessage.forCondition("LiveView").because("liveview.broadcast is " + said));
    }
}
