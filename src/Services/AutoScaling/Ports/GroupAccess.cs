using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Ports;

/// <summary>
/// What policies ask of groups and launch configurations: their ARNs, which hold ids, and their tags.
/// </summary>
internal sealed class GroupAccess : IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "autoscaling";

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name)
    {
        if (type == "launchconfiguration") return call.Read(Tables.Configurations).Find(ScalingKey.Of(name))?.Arn;
        var group = call.Read(Tables.Members).Find(ScalingKey.Of(name))?.Group ?? name;
        return call.Read(Tables.Groups).Find(ScalingKey.Of(group))?.Arn;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn)
    {
        const string Name = "autoScalingGroupName/";
        var at = arn.IndexOf(Name, StringComparison.Ordinal);
        if (at < 0 || arn.Split(':') is not [_, _, _, var region, var account, ..]) return null;
        var group = call.Read(Tables.Groups, new Scope(account, region)).Find(ScalingKey.Of(arn[(at + Name.Length)..]));
        return group?.Tags.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
    }
}
