using System.Collections.Immutable;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// How a tunnel negotiates. What is null or empty was not asked for: AWS's default holds. Nothing negotiates here;
/// these are what the configuration for the customer's device says.
/// </summary>
public sealed record VpnTunnelOptionsRecord
{
    /// <summary>Lifetime of IKE phase 1, in seconds.</summary>
    public int? Phase1LifetimeSeconds { get; init; }

    /// <summary>Lifetime of IKE phase 2, in seconds.</summary>
    public int? Phase2LifetimeSeconds { get; init; }

    /// <summary>How long before the end of phase 2 AWS begins a new one, in seconds.</summary>
    public int? RekeyMarginTimeSeconds { get; init; }

    /// <summary>By how much of that margin the moment varies, in percent.</summary>
    public int? RekeyFuzzPercentage { get; init; }

    /// <summary>Packets of an IKE replay window.</summary>
    public int? ReplayWindowSize { get; init; }

    /// <summary>After how long without an answer the peer counts as dead, in seconds.</summary>
    public int? DpdTimeoutSeconds { get; init; }

    /// <summary>clear, none or restart.</summary>
    public string? DpdTimeoutAction { get; init; }

    /// <summary>add or start.</summary>
    public string? StartupAction { get; init; }

    /// <summary>Permitted in phase 1, as the API writes them.</summary>
    public ImmutableArray<string> Phase1EncryptionAlgorithms { get; init; } = [];

    /// <summary>Permitted in phase 2.</summary>
    public ImmutableArray<string> Phase2EncryptionAlgorithms { get; init; } = [];

    /// <summary>Permitted in phase 1.</summary>
    public ImmutableArray<string> Phase1IntegrityAlgorithms { get; init; } = [];

    /// <summary>Permitted in phase 2.</summary>
    public ImmutableArray<string> Phase2IntegrityAlgorithms { get; init; } = [];

    /// <summary>Diffie-Hellman groups permitted in phase 1.</summary>
    public ImmutableArray<int> Phase1DhGroups { get; init; } = [];

    /// <summary>Diffie-Hellman groups permitted in phase 2.</summary>
    public ImmutableArray<int> Phase2DhGroups { get; init; } = [];

    /// <summary>ikev1, ikev2.</summary>
    public ImmutableArray<string> IkeVersions { get; init; } = [];
}
