using Orrery.Kernel.State;

namespace Orrery.Services.Sns.Ids;

/// <summary>The ARN of a topic, or of a subscription of it.</summary>
/// <param name="Scope">The account and region of the topic.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="Subscription">The subscription's id, where it is the ARN of one.</param>
internal readonly record struct SnsArn(Scope Scope, string Topic, string? Subscription = null)
{
    /// <summary>The ARN of the topic.</summary>
    public string TopicArn => $"arn:aws:sns:{Scope.Region}:{Scope.Account}:{Topic}";

    /// <summary>Reads an ARN; null where it is none of SNS.</summary>
    public static SnsArn? Find(string? text) =>
        text?.Split(':') is ["arn", "aws", "sns", { Length: > 0 } region, { Length: 12 } account, { Length: > 0 } topic,
            .. var rest] && rest.Length <= 1
            ? new(new(account, region), topic, rest.FirstOrDefault())
            : null;

    /// <summary>The ARN of a topic that a request names.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static SnsArn OfTopic(string? text, string parameter = "TopicArn") =>
        Find(text) is { Subscription: null } arn ? arn : throw Errors.NoArn(parameter, text ?? "");

    /// <summary>The ARN of a subscription that a request names.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static SnsArn OfSubscription(string? text) =>
        Find(text) is { Subscription: not null } arn ? arn : throw Errors.NoArn("SubscriptionArn", text ?? "");

    /// <inheritdoc/>
    public override string ToString() => Subscription is null ? TopicArn : $"{TopicArn}:{Subscription}";
}
