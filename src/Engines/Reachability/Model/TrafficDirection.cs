namespace Orrery.Engines.Reachability.Model;

/// <summary>Which way a rule looks, seen from the interface or subnet that it protects.</summary>
public enum TrafficDirection
{
    /// <summary>Towards it.</summary>
    Ingress,

    /// <summary>From it.</summary>
    Egress,
}
