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

    /// <summary>The key of a request, if CloudWatch Logs can use it for a group.</summary>
    /// <exception cref="ServiceException">InvalidParameterException: there is no such key, or it is off;
    /// AccessDeniedException: its policy does not let CloudWatch Logs use it.</exception>
    public static string Checked(ReadCall call, string group, string key)
    {
        if (call.FindPort<IKeys>() is null) throw Errors.NotServed("kmsKeyId without KMS");
        if (key.Split(':') is not [_, _, "kms", _, _, var name] || !name.StartsWith("key/", StringComparison.Ordinal))
            throw Errors.NoKey();
        return Refusal(call, (call.Scope, group), key, ToAssociate) is { } refusal
            ? throw Worded(call.Scope, group, refusal)
            : key;
    }

    /// <summary>Refuses events that cannot be encrypted.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, AccessDeniedException.</exception>
    public static void CheckWriting(ReadCall call, GroupRecord group)
    {
        if (group.KmsKeyArn is { } key
            && Refusal(call, (call.Scope, group.Name.Value), key, ToWrite) is { } refusal)
            throw Worded(call.Scope, group.Name.Value, refusal);
    }

    /// <summary>Why a group takes nothing from others; null where its key does not stand against it.</summary>
    public static DeliveryObstacle? Obstacle(ReadCall call, Scope scope, GroupRecord group) =>
        group.KmsKeyArn is { } key && Refusal(call, (scope, group.Name.Value), key, ToWrite) is { } refusal
            ? KeyRefusals.AsObstacle(refusal)
            : null;

    /// <summary>Events of a group, as far as they can be decrypted.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, AccessDeniedException.</exception>
    public static IEnumerable<EventRecord> Opened(this IEnumerable<EventRecord> events, ReadCall call, string group)
    {
        string? open = null;
        foreach (var entry in events)
        {
            if (entry.KeyArn is { } key && key != open)
            {
                if (Refusal(call, (call.Scope, group), key, ToRead) is { } refusal)
                    throw Worded(call.Scope, group, refusal);
                open = key;
            }

            yield return entry;
        }
    }

    private static ServiceException? Refusal(
        ReadCall call, (Scope Scope, string Name) group, string key, string[] operations)
    {
        if (call.FindPort<IKeys>() is not { } keys) return null;
        var arn = Arns.Group(group.Scope, group.Name);
        var use = new KeyUse(
            key, "logs", new Dictionary<string, string>(StringComparer.Ordinal) { ["aws:logs:arn"] = arn })
        {
            At = group.Scope, By = new($"logs.{group.Scope.Region}.amazonaws.com", arn),
        };
        return keys.Refusal(call, use, operations) is { } refusal
            && keys.Refusal(call, use with { By = new("logs.amazonaws.com", arn) }, operations) is not null
                ? refusal
                : null;
    }

    // As users of terraform report it (hashicorp/terraform-provider-aws issue 29282).
    private static ServiceException Worded(Scope scope, string group, ServiceException refusal) =>
        refusal.Code == Denied
            ? new(
                Denied, "The specified KMS key does not exist or is not allowed to be used with Arn "
                + $"'{Arns.Group(scope, group)}'") { Decision = refusal.Decision }
            : refusal.Code is "DisabledException" or "KMSInvalidStateException"
                ? Errors.Invalid($"The specified KMS key is not enabled: {refusal.Message}")
                : Errors.NoKey();
}
