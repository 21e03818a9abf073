using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Instances that groups and configurations are made of. Source: EC2 Auto Scaling User Guide, "Create an Auto Scaling
/// group using parameters from an existing instance": it runs, is in no group, its volumes are not taken over, its tags
/// are.
/// </summary>
internal static class InstanceModels
{
    /// <summary>An instance as a model.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: there is none, or it is in another state.</exception>
    public static InstanceLikeness Get(ReadCall call, string id) =>
        call.Port<IInstanceLikeness>().Of(call, id) is not { } model
            ? throw Errors.Invalid($"Invalid Instance ID(s): {id} specified")
            : model.Runs ? model
            : throw Errors.Invalid($"The instance {id} is not in correct state: it must be running.");

    /// <summary>The same for a group: the instance must be in none.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static InstanceLikeness ForGroup(ReadCall call, string id) =>
        call.Read(Tables.Members).Find(new(id)) is { } member
            ? throw Errors.Invalid($"The instance {id} is already part of the AutoScalingGroup:{member.Group}.")
            : Get(call, id);
}
