namespace Orrery.Engines.Scaling;

/// <summary>How an instance is paid for.</summary>
public enum Purchase
{
    /// <summary>On-Demand.</summary>
    OnDemand,

    /// <summary>Spot.</summary>
    Spot,
}
