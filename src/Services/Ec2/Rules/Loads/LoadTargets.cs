using Orrery.Contracts.Loads;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Whom a load is for.</summary>
internal static class LoadTargets
{
    /// <summary>The loads that an instance is a target of.</summary>
    public static IEnumerable<LoadRecord> Of(ReadCall call, InstanceLifeRecord life) =>
        call.Read(LoadTables.Loads).All().Where(load => load.Load.Targets!.Any(target => Is(target, life)));

    /// <summary>The instances that a load is for, those that are gone too.</summary>
    public static IEnumerable<InstanceLifeRecord> Members(ReadCall call, LoadDeclaration load)
    {
        var lives = call.Read(LoadTables.Lives);
        return load.Targets!.SelectMany(Named).DistinctBy(life => life.Id);

        IEnumerable<InstanceLifeRecord> Named(LoadTarget target) => target switch
        {
            { Instance: { } id } => lives.Find(new(id)) is { } life ? [life] : [],
            _ => TagOf(target) is { } tag ? lives.By(LoadTables.LivesByTag, tag) : [],
        };
    }

    /// <summary>The tag of those that a target means: an Auto Scaling group tags its instances.</summary>
    public static string? TagOf(LoadTarget target) =>
        target.Group is { } group ? ScalingGroupMetrics.TagOf(group) : target.Tag;

    private static bool Is(LoadTarget target, InstanceLifeRecord life) =>
        target.Instance == life.Id.Value || (TagOf(target) is { } tag && life.Tags.Contains(tag));
}
