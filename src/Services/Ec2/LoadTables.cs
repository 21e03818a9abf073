using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables of declared loads and of when instances ran.</summary>
internal static class LoadTables
{
    public static readonly Table<ResourceKey, LoadRecord> Loads =
        Table<ResourceKey, LoadRecord>.Resident("ec2.loads", r => r.Id, () => LoadJson.Default.LoadRecord);

    public static readonly Table<InstanceId, InstanceLifeRecord> Lives =
        Table<InstanceId, InstanceLifeRecord>.Resident(
            "ec2.instance-lives", r => r.Id, () => LoadJson.Default.InstanceLifeRecord);

    public static readonly Index<InstanceId, InstanceLifeRecord> LivesByTag =
        Lives.IndexMany("tag", life => life.Tags);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Loads, Lives];
}
