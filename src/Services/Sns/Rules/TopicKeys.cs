using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Rules;

/// <summary>
/// Keys of topics: who publishes, callers and services alike, needs <c>kms:GenerateDataKey*</c> and <c>kms:Decrypt</c>.
/// KMS is asked each time; AWS reuses a data key for up to five minutes. Source: SNS Developer Guide, "Managing Amazon
/// SNS encryption keys and costs". Guessed: that a key is not looked for before somebody publishes, and the error of
/// one that is of another kind.
/// </summary>
internal static class TopicKeys
{
    /// <summary>The attribute.</summary>
    public const string Name = "KmsMasterKeyId";

    private static readonly string[] ToPublish = ["GenerateDataKey", "Decrypt"];

    /// <summary>Refuses who publishes and may not use the topic's key.</summary>
    /// <exception cref="ServiceException">KMSAccessDenied, KMSDisabled, KMSInvalidState, KMSNotFound.</exception>
    public static void Check(Call call, SnsArn arn, TopicRecord topic)
    {
        if (topic.Attribute(Name) is not { } id) return;
        if (call.FindPort<IKeys>() is not { } keys)
            throw new ServiceException("KMSNotFound", $"Without KMS there is no key '{id}'.");
        try
        {
            keys.Find(call, Use(arn, id));
            if (keys.Refusal(call, Use(arn, id), ToPublish) is { } refusal) throw refusal;
        }
        catch (ServiceException refusal)
        {
            throw Worded(call, refusal);
        }
    }

    /// <summary>Why a service cannot publish to a topic; null where its key does not stand against it.</summary>
    public static DeliveryObstacle? Obstacle(
        ReadCall call, SnsArn arn, TopicRecord topic, Contracts.Delivery.Delivery delivery) =>
        topic.Attribute(Name) is { } id
            ? KeyRefusals.Obstacle(call, Use(arn, id), delivery, ToPublish)
            : null;

    private static KeyUse Use(SnsArn arn, string id) => new(
        id, "sns", new Dictionary<string, string>(StringComparer.Ordinal) { ["aws:sns:topicArn"] = arn.TopicArn })
    {
        At = arn.Scope,
    };

    private static ServiceException Worded(ReadCall call, ServiceException refusal) => new(
        refusal.Code switch
        {
            "AccessDeniedException" => "KMSAccessDenied",
            "DisabledException" => "KMSDisabled",
            "KMSInvalidStateException" or "InvalidKeyUsageException" => "KMSInvalidState",
            _ => "KMSNotFound",
        },
        KeyRefusals.Text(call, refusal)) { Decision = refusal.Decision };
}
