namespace Orrery.Engines.Scaling.Termination;

/// <summary>A member of a group that scales in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Launched">When it was launched.</param>
/// <param name="Source">What it was launched from.</param>
/// <param name="State">Where in its life it is.</param>
/// <param name="Protected">Whether it is protected from scaling in.</param>
/// <param name="Purchase">How it is paid for.</param>
/// <param name="Misfit">How far its pool is from what the allocation strategy would take now; 0 fits.</param>
/// <param name="Weight">Its units.</param>
/// <param name="ZoneEnabled">Whether its zone is still one of the group's.</param>
public sealed record Candidate(
    string Id,
    string Zone,
    DateTimeOffset Launched,
    LaunchSource Source = default,
    CandidateState State = CandidateState.InService,
    bool Protected = false,
    Purchase Purchase = Purchase.OnDemand,
    int Misfit = 0,
    int Weight = 1,
    bool ZoneEnabled = true)
{
    /// <summary>Whether scaling in may choose it.</summary>
    public bool IsEligible => State == CandidateState.InService && !Protected;

    /// <summary>Whether it counts to its zone.</summary>
    public bool Counts => State is CandidateState.InService or CandidateState.Pending;
}
