using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events.Rules.Buses;

/// <summary>The tags of what an ARN names: a rule or an event bus.</summary>
internal static class ResourceTags
{
    /// <summary>Its tags.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ReadCall call, string arn) =>
        Bus(call, arn)?.Tags ?? Rule(call, arn)?.Tags ?? throw Missing(arn);

    /// <summary>Changes its tags.</summary>
    public static void Change(
        Call call,
        string arn,
        Func<ImmutableSortedDictionary<string, string>, ImmutableSortedDictionary<string, string>> change)
    {
        if (Bus(call, arn) is { } bus)
            call.Write(Tables.Buses).Put(bus with { Tags = change(bus.Tags) });
        else if (Rule(call, arn) is { } rule)
            call.Write(Tables.Rules).Put(rule with { Tags = change(rule.Tags) });
        else
            throw Missing(arn);
    }

    private static BusRecord? Bus(ReadCall call, string arn) =>
        Names.BusOf(arn) is { } bus && bus.Scope == call.Scope ? BusRules.Find(call, call.Scope, bus.Name) : null;

    private static RuleRecord? Rule(ReadCall call, string arn)
    {
        if (Names.Parts(arn, "events") is not { } parts || parts.Scope != call.Scope)
            return null;
        var names = parts.Resource.Split('/');
        return names.Length is 2 or 3 && names[0] == "rule"
            ? call.Read(Tables.Rules).Find(EventsKey.Of(names.Length == 2 ? Names.Default : names[1], names[^1]))
            : null;
    }

    private static Core.ServiceException Missing(string arn) => Errors.NotFound($"Resource {arn}");
}
