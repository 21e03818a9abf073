using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.LaunchConfigurations;

/// <summary>Deletes a launch configuration that no group uses.</summary>
public sealed class DeleteLaunchConfiguration
    : IWriteOperation<DeleteLaunchConfigurationRequest, DeleteLaunchConfigurationResult>
{
    /// <inheritdoc/>
    public DeleteLaunchConfigurationResult Run(DeleteLaunchConfigurationRequest request, Call call)
    {
        var name = request.LaunchConfigurationName!;
        if (call.Read(Tables.Groups).By(Tables.GroupsByConfiguration, name).FirstOrDefault() is { } group)
        {
            throw Errors.InUse($"Cannot delete launch configuration {name} because it is attached to AutoScalingGroup "
                + group.Name);
        }

        if (!call.Write(Tables.Configurations).Remove(new(name)))
        {
            throw Errors.Invalid($"Launch configuration name not found - Launch configuration {name} not found");
        }

        return new();
    }
}
