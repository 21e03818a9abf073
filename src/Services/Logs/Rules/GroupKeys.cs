using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// Keys of log groups. It is CloudWatch Logs that uses them, by their policies, whoever writes or reads; an event stays
/// under the key that its group had when it came. Sources: CloudWatch Logs User Guide, "Encrypt log data in CloudWatch
/// Logs using AWS KMS"; API Reference, CreateLogGroup, AssociateKmsKey, DisassociateKmsKey. Guessed: which of the
/// actions that the guide lists are tried out, that a policy may name the service without its region too, and that
/// events are refused with the same errors as keys are.
/// </summary>
internal static class GroupKeys
{
    private const string Denied = "AccessDeniedException";

    private static readonly string[] ToAssociate = ["Encrypt", "Decrypt", "GenerateDataKey"];
    private static readonly string[] ToWrite = ["GenerateDataKey"];
    private static readonly string[] ToRead = ["Decrypt"];

    /// <summary>The key of a request, if CloudWatch Logs can use it for something.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arn">The ARN of the group, or of the results of queries.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ServiceException">InvalidParameterException: there is no such key, or it is off;
    /// AccessDeniedException: its policy does not let CloudWatch Logs use it.</exception>
    public static string Checked(ReadCall call, string arn, string key)
    {
        if (call.FindPort<IKeys>() is null) throw Errors.NotServed("kmsKeyId without KMS");
        if (key.Split(':') is not [_, _, "kms", _, _, var name] || !name.StartsWith("key/", StringComparison.Ordinal))
            throw Errors.NoKey();
        Check(call, arn, key, ToAssociate);
        return key;
    }

    /// <summary>Refuses what cannot be encrypted.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, AccessDeniedException.</exception>
    public static void CheckWriting(ReadCall call, string arn, string? key)
    {
        if (key is not null) Check(call, arn, key, ToWrite);
    }

    /// <summary>Refuses what cannot be decrypted.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, AccessDeniedException.</exception>
    public static void CheckReading(ReadCall call, string arn, string? key)
    {
        if (key is not null) Check(call, arn, key, ToRead);
    }

    /// <summary>Why a group takes nothing from others; null where its key does not stand against it.</summary>
    public static DeliveryObstacle? Obstacle(ReadCall call, Scope scope, GroupRecord group) =>
        group.KmsKeyArn is { } key && Refusal(call, Arns.Group(scope, group.Name.Value), key, ToWrite) is { } refusal
            ? KeyRefusals.AsObstacle(refusal)
            : null;

    /// <summary>Events of a group, as far as they can be decrypted.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, AccessDeniedException.</exception>
    public static IEnumerable<EventRecord> Opened(this IEnumerable<EventRecord> events, ReadCall call, string group)
    {
        string? open = null;
        foreach (var entry in events)
        {
            if (entry.KeyArn != open) CheckReading(call, Arns.Group(call.Scope, group), entry.KeyArn);
            open = entry.KeyArn;
            yield return entry;
        }
    }

    private static void Check(ReadCall call, string arn, string key, string[] operations)
    {
        if (Refusal(call, arn, key, operations) is { } refusal) throw Worded(arn, refusal);
    }

    private static ServiceException? Refusal(ReadCall call, string arn, string key, string[] operations)
    {
        if (call.FindPort<IKeys>() is not { } keys) return null;
        var parts = arn.Split(':');
        var use = new KeyUse(
            key, "logs", new Dictionary<string, string>(StringComparer.Ordinal) { ["aws:logs:arn"] = arn })
        {
            At = new(parts[4], parts[3]), By = new($"logs.{parts[3]}.amazonaws.com", arn),
        };
        return keys.Refusal(call, use, operations) is { } refusal
            && keys.Refusal(call, use with { By = new("logs.amazonaws.com", arn) }, operations) is not null
                ? refusal
                : null;
    }

    // As users of terraform report it (hashicorp/terraform-provider-aws issue 29282).
    private static ServiceException Worded(string arn, ServiceException refusal) => refusal.Code switch
    {
        Denied => new(
            Denied, "The specified KMS key does not exist or is not allowed to be used with Arn "
            + $"'{arn}'")
        {
            Decision = refusal.Decision,
        },
        "DisabledException" or "KMSInvalidStateException" =>
            Errors.Invalid($"The specified KMS key is not enabled: {refusal.Message}"),
        _ => Errors.NoKey(),
    };
}
