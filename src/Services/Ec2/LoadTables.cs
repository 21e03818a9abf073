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

    /// <summary>What loads are for: see <see cref="Rules.Loads.LoadTargets"/>.</summary>
    public static readonly Index<ResourceKey, LoadRecord> LoadsByTarget =
        Loads.IndexMany("target", load => load.Load.Targets!.Select(Rules.Loads.LoadTargets.KeyOf));

    public static readonly Index<InstanceId, InstanceLifeRecord> LivesByTag =
        Lives.IndexMany("tag", life => life.Tags);

    /// <summary>Those that run, by tag, and those that do not, by tag and the day they stopped on.</summary>
    public static readonly Index<InstanceId, InstanceLifeRecord> LivesByTagAndEnd =
        Lives.IndexMany("tag-end", Rules.Loads.LoadTargets.KeysOf);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Loads, Lives];
}
