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
    Anywhere = Interface | Internet | OnPremises | Endpoint,
}
