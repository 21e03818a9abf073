using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>What resources bring to a decision: their own policies, and the control policies of their
/// account.</summary>
internal static class Targets
{
    /// <summary>
    /// Those of a resource. The root user of its account may do all, but for what control policies do not let it do.
    /// </summary>
    public static ResourcePolicies Of(ReadCall call, ActionName action, string arn)
    {
        if (arn == "*") return ResourcePolicies.None;
        var found = PolicyOf(call, action.Text, arn);
        var control = Fences.OnResources(call, action, found?.Account ?? ResourceKeys.AccountOf(call, arn));
        if (found is null || (call.Caller.IsRoot && found.Account == call.Caller.Account))
            return control.Levels.Count == 0 ? ResourcePolicies.None : ResourcePolicies.None with { Control = control };
        return Of(found, control);
    }

    /// <summary>
    /// Those of a resource whoever asks, from within its account or from outside; without a policy, its account counts
    /// all the same.
    /// </summary>
    public static ResourcePolicies ForAll(ReadCall call, ActionName action, string arn, bool isOutside)
    {
        if (arn == "*") return ResourcePolicies.None;
        var found = PolicyOf(call, action.Text, arn) ?? new(ResourceKeys.AccountOf(call, arn), null);
        if (isOutside && found.IsRestricted) found = found with { Policy = null };
        return Of(found, Fences.OnResources(call, action, found.Account));
    }

    /// <summary>A policy and an access control list, which grant together; null where there is neither.</summary>
    public static PolicyStack? Together(PolicyText? policy, PolicyText? list, PolicyKind kind) => (policy, list) switch
    {
        (null, null) => null,
        ({ } only, null) => Compiled.Single(only, kind),
        (null, { } only) => Compiled.Single(only, kind),
        ({ } one, { } other) => Compiled.Stack([one, other], kind),
    };

    private static ResourcePolicies Of(ResourcePolicyFacts found, ControlPath control)
    {
        var kind = found.IsTrust ? PolicyKind.Trust : found.IsKey ? PolicyKind.Key : PolicyKind.Resource;
        return new(found.Account)
        {
            Policy = found.More.Count == 0
                ? Together(found.Policy, found.List, kind)
                : Compiled.Stack(found.Policy is { } own ? [own, .. found.More] : found.More, kind),
            MustAllow = found.IsTrust || found.IsKey,
            Control = control,
        };
    }

    private static ResourcePolicyFacts? PolicyOf(ReadCall call, string action, string arn)
    {
        var service = Spelling.Part(arn, 2);
        foreach (var port in call.PortsOf<IResourcePolicies>())
        {
            if (port.Service == service && port.Find(call, action, arn) is { } found) return found;
        }

        return null;
    }
}
