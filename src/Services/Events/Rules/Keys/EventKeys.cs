using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;

namespace Orrery.Services.Events.Rules.Keys;

/// <summary>
/// Customer managed keys of buses and archives: EventBridge uses them, by their policies, with the ARN of the bus as
/// encryption context. Sources: EventBridge User Guide, "Encrypting EventBridge event buses with AWS KMS keys",
/// "Encrypting EventBridge archives with AWS KMS keys", "Authorizing EventBridge to use a customer managed key".
/// Guessed: the errors of keys that cannot be used when they are given.
/// </summary>
internal static class EventKeys
{
    /// <summary>EventBridge as policies name it.</summary>
    public const string Principal = "events.amazonaws.com";

    private const string ContextKey = "aws:events:event-bus:arn";

    private static readonly string[] ToLook = ["DescribeKey"];
    private static readonly string[] ToKeep = ["GenerateDataKey", "Decrypt"];
    private static readonly string[] ToRead = ["Decrypt"];

    /// <summary>The key of a request, if EventBridge may look at it and it is a symmetric one that is there; null for
    /// AWS's own.</summary>
    /// <param name="call">The call.</param>
    /// <param name="key">The key as it was given; nothing or an empty text for AWS's own.</param>
    /// <param name="source">The ARN of the bus or archive that it is for.</param>
    /// <param name="bus">The name of the bus.</param>
    /// <exception cref="ServiceException">ResourceNotFoundException, ValidationException,
    /// AccessDeniedException.</exception>
    public static string? Checked(ReadCall call, string? key, string source, string bus)
    {
        if (string.IsNullOrEmpty(key)) return null;
        if (call.FindPort<IKeys>() is null) throw Errors.NotServed("KmsKeyIdentifier without KMS");
        return Refusal(call, key, source, (call.Scope, bus), ToLook) is not { } refusal
            ? key
            : throw refusal.Code switch
            {
                "NotFoundException" => Errors.NotFound($"KMS key {key}"),
                "AccessDeniedException" => refusal,
                _ => Errors.Validation($"KMS key {key} cannot be used: {refusal.Message}"),
            };
    }

    /// <summary>Why a bus cannot keep an event; null where it can.</summary>
    public static ServiceException? OfBus(ReadCall call, Scope scope, BusRecord bus) => bus.KmsKey is { } key
        ? Refusal(call, key, Names.Bus(scope, bus.Name.Value), (scope, bus.Name.Value), ToKeep)
        : null;

    /// <summary>Why an archive cannot keep an event; null where it can.</summary>
    public static ServiceException? OfArchive(ReadCall call, Scope scope, ArchiveRecord archive) =>
        OfArchive(call, scope, archive, ToKeep);

    /// <summary>Why an archive cannot be read; null where it can.</summary>
    public static ServiceException? OfReplay(ReadCall call, Scope scope, ArchiveRecord archive) =>
        OfArchive(call, scope, archive, ToRead);

    private static ServiceException? OfArchive(
        ReadCall call, Scope scope, ArchiveRecord archive, string[] operations) => archive.KmsKey is { } key
        ? Refusal(call, key, Names.Archive(scope, archive.Name.Value), (scope, archive.Bus), operations)
        : null;

    private static ServiceException? Refusal(
        ReadCall call, string key, string source, (Scope Scope, string Name) bus, string[] operations)
    {
        var arn = Names.Bus(bus.Scope, bus.Name);
        var use = new KeyUse(
            key, "events", new Dictionary<string, string>(StringComparer.Ordinal) { [ContextKey] = arn })
        {
            At = bus.Scope, By = new(Principal, source),
        };
        return call.FindPort<IKeys>()?.Refusal(call, use, operations);
    }
}
