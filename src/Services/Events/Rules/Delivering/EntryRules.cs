using System.Text;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Rules.Delivering;

/// <summary>
/// The entries of PutEvents. Sources: EventBridge User Guide, "Calculating PutEvents event entry size" and "Handling
/// failures with PutEvents"; the texts are as clients report them.
/// </summary>
internal static class EntryRules
{
    private const int MostBytes = 256 * 1024;
    private const int TimeBytes = 14;

    /// <summary>Refuses a request that is too large.</summary>
    public static void CheckSize(IReadOnlyList<PutEventsRequestEntry> entries)
    {
        if (entries.Sum(SizeOf) > MostBytes)
            throw Errors.Validation("Total size of the entries in the request is over the limit.");
    }

    /// <summary>Puts an event on its bus, or says why not.</summary>
    public static PutEventsResultEntry Put(Call call, PutEventsRequestEntry entry)
    {
        if (Fault(entry) is { } fault)
            return fault;
        var name = entry.EventBusName ?? Names.Default;
        var bus = Names.BusOf(name) ?? (call.Scope, name);
        if (BusRules.Find(call, bus.Scope, bus.Name) is not { } found)
            return Failed("ResourceNotFoundException", $"Event bus {bus.Name} does not exist.");
        // Where policies decide about callers, they did so before; root users are asked for here.
        var isDecided = call.FindPort<IGuard>() is not null && !call.Caller.IsRoot;
        if (!isDecided && !BusPolicy.Allows(call, found.Policy, bus, call.Account))
        {
            return Failed(
                "AccessDeniedException",
                $"Account {call.Account} is not authorized to perform: events:PutEvents on resource: "
                + Names.Bus(bus.Scope, bus.Name));
        }

        var id = Envelope.NewId(call);
        var parts = new EventParts(entry.Source!, entry.DetailType!, entry.Resources ?? [], entry.Detail!);
        var json = Envelope.Write(call.Scope, id, entry.Time ?? call.Now, parts);
        Router.Route(call, bus.Scope, bus.Name, json, entry.TraceHeader);
        return new() { EventId = id };
    }

    private static PutEventsResultEntry? Fault(PutEventsRequestEntry entry)
    {
        if (string.IsNullOrEmpty(entry.Source))
            return Required("Source");
        if (string.IsNullOrEmpty(entry.DetailType))
            return Required("DetailType");
        if (string.IsNullOrEmpty(entry.Detail))
            return Required("Detail");
        if (entry.Source.StartsWith("aws.", StringComparison.Ordinal))
            return Failed("NotAuthorizedForSourceException", "Not authorized for the source.");
        return IsObject(entry.Detail) ? null : Failed("MalformedDetail", "Detail is malformed.");
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static PutEventsResultEntry Required(string name) =>
        Failed("InvalidArgument", $"Parameter {name} is not valid. Reason: {name} is a required argument.");

    private static PutEventsResultEntry Failed(string code, string message) =>
        new() { ErrorCode = code, ErrorMessage = message };

    private static int SizeOf(PutEventsRequestEntry entry) =>
        (entry.Time is null ? 0 : TimeBytes)
        + Bytes(entry.Source) + Bytes(entry.DetailType) + Bytes(entry.Detail)
        + (entry.Resources?.Sum(Bytes) ?? 0);

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
