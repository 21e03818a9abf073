using Orrery.Core;

namespace Orrery.Services.Sns;

/// <summary>
/// The errors of SNS. Codes: botocore model and Amazon SNS API Reference. Texts follow what AWS is seen to answer, as
/// far as clients match on them.
/// </summary>
internal static class Errors
{
    /// <summary>InvalidParameter.</summary>
    public static ServiceException InvalidParameter(string what) =>
        new("InvalidParameter", $"Invalid parameter: {what}");

    /// <summary>InvalidParameter: a text that is no ARN of the wanted kind.</summary>
    public static ServiceException NoArn(string parameter, string text) =>
        InvalidParameter($"{parameter} Reason: '{text}' is not the ARN of such a resource");

    /// <summary>InvalidParameter: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => InvalidParameter($"Orrery does not serve {what}");

    /// <summary>ParameterValueInvalid: a message attribute that cannot be.</summary>
    public static ServiceException InvalidValue(string message) => new("ParameterValueInvalid", message);

    /// <summary>NotFound: no such topic.</summary>
    public static ServiceException NoTopic() => new("NotFound", "Topic does not exist", 404);

    /// <summary>NotFound: no such subscription.</summary>
    public static ServiceException NoSubscription() => new("NotFound", "Subscription does not exist", 404);

    /// <summary>ResourceNotFound: no such topic, for the operations of tags.</summary>
    public static ServiceException NoResource() => new("ResourceNotFound", "Resource does not exist", 404);

    /// <summary>AuthorizationError.</summary>
    public static ServiceException Unauthorized(string message) => new("AuthorizationError", message, 403);

    /// <summary>TopicLimitExceeded.</summary>
    public static ServiceException TooManyTopics() => new("TopicLimitExceeded", "Topic limit exceeded", 403);

    /// <summary>SubscriptionLimitExceeded.</summary>
    public static ServiceException TooManySubscriptions() =>
        new("SubscriptionLimitExceeded", "Subscription limit exceeded", 403);

    /// <summary>FilterPolicyLimitExceeded.</summary>
    public static ServiceException TooManyFilters() =>
        new("FilterPolicyLimitExceeded", "Filter policy limit exceeded", 403);

    /// <summary>TagLimitExceeded.</summary>
    public static ServiceException TooManyTags() =>
        new("TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");
}
