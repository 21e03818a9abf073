using Orrery.Kernel.State;
using Orrery.Services.Ssm.Records;

namespace Orrery.Services.Ssm;

/// <summary>The tables of Parameter Store. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<ParameterKey, ParameterRecord> Parameters =
        Table<ParameterKey, ParameterRecord>.Resident(
            "ssm.parameters", r => r.Name, () => SsmJson.Default.ParameterRecord);

    public static readonly Table<ParameterKey, VersionRecord> Versions =
        Table<ParameterKey, VersionRecord>.Resident("ssm.versions", r => r.Id, () => SsmJson.Default.VersionRecord);

    public static readonly Index<ParameterKey, VersionRecord> VersionsByName = Versions.Index("name", v => v.Name);

    public static readonly Index<ParameterKey, ParameterRecord> ByTier =
        Parameters.Index("tier", p => p.Latest.Tier.ToString());

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Parameters, Versions];
}
