package io.github.liveview4j.spring.method;

import jakarta.servlet.ServletRequest;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.util.Assert;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;

/**
 * Records and classes bound from a form, as Spring MVC binds them, from the call alone.
 *
 * <p>Unlike there, headers, cookies and paths are never bound, and no object is made of a single value that has the name of the
 * form. For any thread.
 */
final class FormArguments extends ModelAttributeMethodProcessor {

    FormArguments() {
        super(true);
    }

    @Override
    protected void constructAttribute(WebDataBinder binder, NativeWebRequest request) {
        ServletRequest parameters = parametersOf(request);
        FormWork.check(parameters.getParameterMap().keySet());
        fitting(binder, () -> ((ServletRequestDataBinder) binder).construct(parameters));
    }

    @Override
    protected void bindRequestParameters(WebDataBinder binder, NativeWebRequest request) {
        ServletRequest parameters = parametersOf(request);
        FormWork.check(parameters.getParameterMap().keySet());
        fitting(binder, () -> ((ServletRequestDataBinder) binder).bind(parameters));
    }

    /**
     * A name such as {@code items[9999]}, {@code items[x]} or {@code name.x} makes the binder fail, in more ways than it has words for;
     * by the browser's fault, unless a constructor of the application's was called.
     */
    private static void fitting(WebDataBinder binder, Runnable binding) {
        try {
            binding.run();
        } catch (BeanInstantiationException e) {
            if (e.getCause() != null) {
                throw e;
            }
            throw unfit(binder, e);
        } catch (RuntimeException e) {
            throw unfit(binder, e);
        }
    }

    private static UnfitFieldException unfit(WebDataBinder binder, RuntimeException failure) {
        return new UnfitFieldException(
                "Expected names of fields that '" + binder.getObjectName() + "' has, with indices from 0 to "
                        + (binder.getAutoGrowCollectionLimit() - 1) + "; got another one ("
                        + failure.getClass().getSimpleName() + ")",
                failure);
    }

    private static ServletRequest parametersOf(NativeWebRequest request) {
        ServletRequest parameters = request.getNativeRequest(ServletRequest.class);
        Assert.state(parameters != null, "Expected a servlet request");
        return parameters;
    }
}
