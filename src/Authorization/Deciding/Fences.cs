using System.Collections.Concurrent;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Keeps the control policies of accounts ready to decide; they are used where Organizations still says the same.
/// Source: Organizations User Guide, "Service control policies" and "Resource control policies".
/// </summary>
internal static class Fences
{
    private const int Most = 1000;

    private static readonly ConcurrentDictionary<string, Fence> Kept = new(StringComparer.Ordinal);

    /// <summary>What limits an account; null where it is in no organization.</summary>
    public static Fence? Of(ReadCall call, string account)
    {
        if (call.FindPort<IOrganizations>()?.Of(call, account) is not { } facts) return null;
        if (Kept.GetValueOrDefault(account) is { } kept && kept.Has(facts)) return kept;
        if (Kept.Count >= Most) Kept.Clear();
        return Kept[account] = new(
            facts, Path(facts.Service, PolicyKind.ServiceControl), Path(facts.Resource, PolicyKind.ResourceControl));
    }

    /// <summary>
    /// The control policies that an action on a resource of an account is held to. Source: KMS Developer Guide,
    /// "Resource control policies in AWS KMS": RetireGrant is not.
    /// </summary>
    public static ControlPath OnResources(ReadCall call, ActionName action, string account) =>
        account.Length > 0 && ControlledServices.Contains(action.Service) && action.Text != "kms:RetireGrant"
            ? Of(call, account)?.Resource ?? ControlPath.None
            : ControlPath.None;

    private static ControlPath Path(IReadOnlyList<ControlTexts> levels, PolicyKind kind) => levels.Count == 0
        ? ControlPath.None
        : ControlPath.Of(levels.Select(l => new ControlLevel(l.Level, Compiled.Stack(l.Policies, kind))));
}
