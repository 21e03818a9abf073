using Orrery.Kernel.State;
using Orrery.Services.Kms.Records;

namespace Orrery.Services.Kms;

/// <summary>The tables of KMS. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<KmsKey, KeyRecord> Keys =
        Table<KmsKey, KeyRecord>.Resident("kms.keys", r => r.Id, () => KmsJson.Default.KeyRecord);

    public static readonly Table<KmsKey, MaterialRecord> Materials =
        Table<KmsKey, MaterialRecord>.Resident("kms.materials", r => r.Id, () => KmsJson.Default.MaterialRecord)
            .Hiding("bytes");

    public static readonly Index<KmsKey, MaterialRecord> MaterialsByKey = Materials.Index("key", m => m.KeyId);

    public static readonly Index<KmsKey, MaterialRecord> MaterialsById =
        Materials.Index("material", m => $"{m.KeyId}/{m.MaterialId}");

    public static readonly Table<KmsKey, AliasRecord> Aliases =
        Table<KmsKey, AliasRecord>.Resident("kms.aliases", r => r.Name, () => KmsJson.Default.AliasRecord);

    public static readonly Index<KmsKey, AliasRecord> AliasesByKey = Aliases.Index("key", a => a.Target);

    public static readonly Table<KmsKey, GrantRecord> Grants =
        Table<KmsKey, GrantRecord>.Resident("kms.grants", r => r.Id, () => KmsJson.Default.GrantRecord);

    public static readonly Index<KmsKey, GrantRecord> GrantsByKey = Grants.Index("key", g => g.KeyId);

    public static readonly Index<KmsKey, GrantRecord> GrantsByToken = Grants.Index("token", g => g.Token);

    public static readonly Index<KmsKey, GrantRecord> GrantsByRetiring = Grants.Index("retiring", g => g.Retiring);

    public static readonly Table<KmsKey, ImportRecord> Imports =
        Table<KmsKey, ImportRecord>.Resident("kms.imports", r => r.Token, () => KmsJson.Default.ImportRecord)
            .Hiding("bytes");

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Keys, Materials, Aliases, Grants, Imports];
}
