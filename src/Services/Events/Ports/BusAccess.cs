using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events.Ports;

/// <summary>What policies ask of event buses and rules: the policies of buses, and tags.</summary>
internal sealed class BusAccess : IResourcePolicies, IResourceFacts
{
    private const string DefaultBus = "default";

    /// <inheritdoc/>
    public string Service => "events";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        if (Split(arn) is not ({ } scope, ["event-bus", var name])) return null;
        var policy = call.Read(Tables.Buses, scope).Find(new(name))?.Policy;
        return new(scope.Account, policy is { Length: > 0 } ? new(arn, policy) : null);
    }

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) => Split(arn) switch
    {
        ({ } scope, ["event-bus", var name]) => call.Read(Tables.Buses, scope).Find(new(name))?.Tags,
        ({ } scope, ["rule", var name]) => RuleTags(call, scope, DefaultBus, name),
        ({ } scope, ["rule", var bus, var name]) => RuleTags(call, scope, bus, name),
        _ => null,
    };

    private static IReadOnlyDictionary<string, string>? RuleTags(ReadCall call, Scope scope, string bus, string name) =>
        call.Read(Tables.Rules, scope).Find(EventsKey.Of(bus, name))?.Tags;

    private static (Scope? Scope, string[] Path) Split(string arn) =>
        arn.Split(':', 6) is [_, _, _, { Length: > 0 } region, { Length: 12 } account, var path]
            ? (new Scope(account, region), path.Split('/'))
            : (null, []);
}
