using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>
/// The tables of what is wrong with instances, of what accounts set for new ones, and of what they allow.
/// </summary>
internal static class HealthTables
{
    public static readonly Table<InstanceId, InstanceHealthRecord> Health =
        Table<InstanceId, InstanceHealthRecord>.Resident(
            "ec2.instance-health", r => r.Id, () => HealthJson.Default.InstanceHealthRecord);

    public static readonly Table<ResourceKey, InstanceDefaultsRecord> Defaults =
        Table<ResourceKey, InstanceDefaultsRecord>.Resident(
            "ec2.instance-defaults", r => r.Id, () => HealthJson.Default.InstanceDefaultsRecord);

    public static readonly Table<ResourceKey, ZoneFailureRecord> ZoneFailures =
        Table<ResourceKey, ZoneFailureRecord>.Resident(
            "ec2.zone-failures", r => r.Id, () => HealthJson.Default.ZoneFailureRecord);

    public static readonly Table<ResourceKey, AccountSettingsRecord> Settings =
        Table<ResourceKey, AccountSettingsRecord>.Resident(
            "ec2.account-settings", r => r.Id, () => HealthJson.Default.AccountSettingsRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Health, Defaults, ZoneFailures, Settings];
}
