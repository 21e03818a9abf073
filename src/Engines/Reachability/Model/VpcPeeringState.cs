namespace Orrery.Engines.Reachability.Model;

/// <summary>The state of a peering connection (AWS's <c>VpcPeeringConnectionStateReasonCode</c>).</summary>
public enum VpcPeeringState
{
    /// <summary>Accepted by both; the only state that carries packets.</summary>
    Active,

    /// <summary>Being requested.</summary>
    InitiatingRequest,

    /// <summary>Waiting for the accepter.</summary>
    PendingAcceptance,

    /// <summary>Accepted, about to be active.</summary>
    Provisioning,

    /// <summary>Refused by the accepter.</summary>
    Rejected,

    /// <summary>Not accepted in seven days.</summary>
    Expired,

    /// <summary>Could not be made, for example because blocks overlap.</summary>
    Failed,

    /// <summary>Being removed.</summary>
    Deleting,

    /// <summary>Removed by either side.</summary>
    Deleted,
}
