using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Bodies;

namespace Orrery.Services.Ec2;

/// <summary>The tables of the bodies of instances, and how instances that ask for one are found.</summary>
internal static class BodyTables
{
    public static readonly Table<InstanceId, BodyRecord> Bodies =
        Table<InstanceId, BodyRecord>.Resident("ec2.bodies", r => r.Id, () => BodyJson.Default.BodyRecord);

    /// <summary>In the store: a console is long and seldom read.</summary>
    public static readonly Table<InstanceId, ConsoleRecord> Consoles =
        Table<InstanceId, ConsoleRecord>.Stored("ec2.consoles", r => r.Id, () => BodyJson.Default.ConsoleRecord);

    public static readonly Index<ResourceKey, TagsRecord> TagsByBody =
        Tables.Tags.Index("body", t => t.Tags.GetValueOrDefault(BodyChoice.Tag));

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Bodies, Consoles];

    /// <summary>Removes what is kept of an instance that goes out of sight.</summary>
    public static void Forget(Call call, InstanceId id)
    {
        if (call.Write(Bodies).Remove(id))
        {
            call.Write(Consoles).Remove(id);
        }
    }
}
