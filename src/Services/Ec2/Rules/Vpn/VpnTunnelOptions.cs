using System.Collections.Immutable;
using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>
/// What may be asked of a tunnel. Values and ranges: EC2 API Reference, VpnTunnelOptionsSpecification.
/// </summary>
internal static class VpnTunnelOptions
{
    /// <summary>AWS's lifetime of phase 1, in seconds.</summary>
    public const int Phase1Lifetime = 28800;

    /// <summary>AWS's lifetime of phase 2, in seconds.</summary>
    public const int Phase2Lifetime = 3600;

    private static readonly string[] Ciphers = ["AES128", "AES256", "AES128-GCM-16", "AES256-GCM-16"];
    private static readonly string[] Hashes = ["SHA1", "SHA2-256", "SHA2-384", "SHA2-512"];
    private static readonly string[] Versions = ["ikev1", "ikev2"];
    private static readonly int[] Phase1Groups = [2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];
    private static readonly int[] Phase2Groups = [2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

    /// <summary>What holds once a wish is granted: what it does not name stays.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue; UnsupportedOperation.</exception>
    public static VpnTunnelOptionsRecord Granted(VpnTunnelOptionsRecord old, VpnTunnelOptionsSpecification wish)
    {
        Refuse(wish);
        var granted = old with
        {
            Phase1LifetimeSeconds = wish.Phase1LifetimeSeconds ?? old.Phase1LifetimeSeconds,
            Phase2LifetimeSeconds = wish.Phase2LifetimeSeconds ?? old.Phase2LifetimeSeconds,
            RekeyMarginTimeSeconds = wish.RekeyMarginTimeSeconds ?? old.RekeyMarginTimeSeconds,
            RekeyFuzzPercentage = wish.RekeyFuzzPercentage ?? old.RekeyFuzzPercentage,
            ReplayWindowSize = wish.ReplayWindowSize ?? old.ReplayWindowSize,
            DpdTimeoutSeconds = wish.DPDTimeoutSeconds ?? old.DpdTimeoutSeconds,
            DpdTimeoutAction = OneOf("DPDTimeoutAction", wish.DPDTimeoutAction, "clear", "none", "restart")
                ?? old.DpdTimeoutAction,
            StartupAction = OneOf("StartupAction", wish.StartupAction, "add", "start") ?? old.StartupAction,
            Phase1EncryptionAlgorithms = Among(
                "Phase1EncryptionAlgorithms", wish.Phase1EncryptionAlgorithms?.Select(v => v.Value), Ciphers)
                ?? old.Phase1EncryptionAlgorithms,
            Phase2EncryptionAlgorithms = Among(
                "Phase2EncryptionAlgorithms", wish.Phase2EncryptionAlgorithms?.Select(v => v.Value), Ciphers)
                ?? old.Phase2EncryptionAlgorithms,
            Phase1IntegrityAlgorithms = Among(
                "Phase1IntegrityAlgorithms", wish.Phase1IntegrityAlgorithms?.Select(v => v.Value), Hashes)
                ?? old.Phase1IntegrityAlgorithms,
            Phase2IntegrityAlgorithms = Among(
                "Phase2IntegrityAlgorithms", wish.Phase2IntegrityAlgorithms?.Select(v => v.Value), Hashes)
                ?? old.Phase2IntegrityAlgorithms,
            Phase1DhGroups = Among(
                "Phase1DHGroupNumbers", wish.Phase1DHGroupNumbers?.Select(v => v.Value), Phase1Groups)
                ?? old.Phase1DhGroups,
            Phase2DhGroups = Among(
                "Phase2DHGroupNumbers", wish.Phase2DHGroupNumbers?.Select(v => v.Value), Phase2Groups)
                ?? old.Phase2DhGroups,
            IkeVersions = Among("IKEVersions", wish.IKEVersions?.Select(v => v.Value), Versions) ?? old.IkeVersions,
        };
        CheckTimes(granted);
        return granted;
    }

    /// <summary>A wish for a tunnel that is there, as one for a new tunnel.</summary>
    public static VpnTunnelOptionsSpecification Of(ModifyVpnTunnelOptionsSpecification wish) => new()
    {
        TunnelInsideCidr = wish.TunnelInsideCidr,
        TunnelInsideIpv6Cidr = wish.TunnelInsideIpv6Cidr,
        PreSharedKey = wish.PreSharedKey,
        Phase1LifetimeSeconds = wish.Phase1LifetimeSeconds,
        Phase2LifetimeSeconds = wish.Phase2LifetimeSeconds,
        RekeyMarginTimeSeconds = wish.RekeyMarginTimeSeconds,
        RekeyFuzzPercentage = wish.RekeyFuzzPercentage,
        ReplayWindowSize = wish.ReplayWindowSize,
        DPDTimeoutSeconds = wish.DPDTimeoutSeconds,
        DPDTimeoutAction = wish.DPDTimeoutAction,
        Phase1EncryptionAlgorithms = wish.Phase1EncryptionAlgorithms,
        Phase2EncryptionAlgorithms = wish.Phase2EncryptionAlgorithms,
        Phase1IntegrityAlgorithms = wish.Phase1IntegrityAlgorithms,
        Phase2IntegrityAlgorithms = wish.Phase2IntegrityAlgorithms,
        Phase1DHGroupNumbers = wish.Phase1DHGroupNumbers,
        Phase2DHGroupNumbers = wish.Phase2DHGroupNumbers,
        IKEVersions = wish.IKEVersions,
        StartupAction = wish.StartupAction,
        LogOptions = wish.LogOptions,
        EnableTunnelLifecycleControl = wish.EnableTunnelLifecycleControl,
    };

    private static void Refuse(VpnTunnelOptionsSpecification wish)
    {
        var logs = wish.LogOptions?.CloudWatchLogOptions;
        if (logs is { LogEnabled: true } or { BgpLogEnabled: true })
        {
            throw Errors.NotServed("logs of tunnels (LogOptions)");
        }

        if (wish.EnableTunnelLifecycleControl == true)
        {
            throw Errors.NotServed("control of tunnel replacements (EnableTunnelLifecycleControl)");
        }
    }

    private static void CheckTimes(VpnTunnelOptionsRecord options)
    {
        var phase2 = options.Phase2LifetimeSeconds ?? Phase2Lifetime;
        Check("Phase1LifetimeSeconds", options.Phase1LifetimeSeconds, 900, 28800);
        Check("Phase2LifetimeSeconds", options.Phase2LifetimeSeconds, 900, 3600);
        Check("RekeyMarginTimeSeconds", options.RekeyMarginTimeSeconds, 60, phase2 / 2);
        Check("RekeyFuzzPercentage", options.RekeyFuzzPercentage, 0, 100);
        Check("ReplayWindowSize", options.ReplayWindowSize, 64, 2048);
        Check("DPDTimeoutSeconds", options.DpdTimeoutSeconds, 30, int.MaxValue);
        if (phase2 >= (options.Phase1LifetimeSeconds ?? Phase1Lifetime))
        {
            throw Errors.InvalidParameterValue("Phase2LifetimeSeconds must be less than Phase1LifetimeSeconds");
        }
    }

    private static void Check(string parameter, int? value, int from, int to)
    {
        if (value < from || value > to)
        {
            throw Invalid(parameter, value.Value, string.Create(CultureInfo.InvariantCulture, $"{from} to {to}"));
        }
    }

    private static string? OneOf(string parameter, string? value, params string[] allowed) =>
        value is null || allowed.Contains(value)
            ? value
            : throw Invalid(parameter, value, string.Join(", ", allowed));

    private static ImmutableArray<string>? Among(string parameter, IEnumerable<string?>? values, string[] allowed) =>
        values is null
            ? null
            : [
                .. values.Select(v => v is not null && allowed.Contains(v)
                    ? v
                    : throw Invalid(parameter, v, string.Join(", ", allowed))),
            ];

    private static ImmutableArray<int>? Among(string parameter, IEnumerable<int?>? values, int[] allowed) =>
        values is null
            ? null
            : [
                .. values.Select(v => v is { } group && allowed.Contains(group)
                    ? group
                    : throw Invalid(parameter, v, string.Join(", ", allowed))),
            ];

    private static ServiceException Invalid(string parameter, object? value, string allowed) =>
        Errors.InvalidParameterValue($"Value ({value}) for parameter {parameter} is invalid. Valid values: {allowed}.");
}
