using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;
using Snapshot = Orrery.Kernel.State.Snapshot;

namespace Orrery.Authorization.Deciding;

/// <summary>A principal whose policies are ready to decide.</summary>
/// <param name="Caller">Who called.</param>
/// <param name="Facts">What IAM said of it.</param>
/// <param name="Requester">The principal, as policies name it.</param>
/// <param name="Policies">Its policies.</param>
internal sealed record KnownPrincipal(
    Caller Caller, IdentityFacts Facts, Requester Requester, PrincipalPolicies Policies)
{
    /// <summary>The state of the world in which IAM said so: in the same it need not be asked again.</summary>
    public WeakReference<Snapshot>? Seen { get; init; }

    /// <summary>The control policies of its account; null where it is in no organization.</summary>
    public Fence? Fence { get; init; }

    /// <summary>Whether that was this state.</summary>
    public bool IsOf(Snapshot snapshot, Caller caller) =>
        Seen is not null && Seen.TryGetTarget(out var seen) && ReferenceEquals(seen, snapshot)
        && (ReferenceEquals(caller, Caller) || caller == Caller);

    /// <summary>Whether it has the same policies as others say.</summary>
    public bool Has(IdentityFacts facts) =>
        Same(Facts.Policies, facts.Policies)
        && Same(Facts.Boundary, facts.Boundary)
        && (Facts.SessionPolicies is null) == (facts.SessionPolicies is null)
        && Same(Facts.SessionPolicies ?? [], facts.SessionPolicies ?? []);

    private static bool Same(IReadOnlyList<PolicyText> one, IReadOnlyList<PolicyText> other)
    {
        if (one.Count != other.Count) return false;
        for (var i = 0; i < one.Count; i++)
        {
            if (!Same(one[i], other[i])) return false;
        }

        return true;
    }

    private static bool Same(PolicyText? one, PolicyText? other) => one == other;
}
