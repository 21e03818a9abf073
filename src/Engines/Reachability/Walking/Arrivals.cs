namespace Orrery.Engines.Reachability.Walking;

/// <summary>The kinds of places where a packet may end.</summary>
[Flags]
internal enum Arrivals
{
    None = 0,
    Interface = 1,
    Internet = 2,
    OnPremises = 4,
    Endpoint = 8,

    /// <summary>At a gateway, attachment or peering connection on the way, where the flow is to end.</summary>
    Passage = 16,

    /// <summary>At what the sender's host answers itself.</summary>
    Service = 32,

    Anywhere = Interface | Internet | OnPremises | Endpoint | Service,
}
