using Orrery.Kernel.State;
using Orrery.Services.SecretsManager.Records;

namespace Orrery.Services.SecretsManager;

/// <summary>The tables of Secrets Manager. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<SecretKey, SecretRecord> Secrets =
        Table<SecretKey, SecretRecord>.Resident("secrets.secrets", r => r.Name, () => SecretsJson.Default.SecretRecord);

    public static readonly Table<SecretKey, VersionRecord> Versions =
        Table<SecretKey, VersionRecord>.Resident(
            "secrets.versions", r => r.Id, () => SecretsJson.Default.VersionRecord);

    public static readonly Index<SecretKey, VersionRecord> VersionsBySecret = Versions.Index("secret", v => v.Name);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Secrets, Versions];
}
