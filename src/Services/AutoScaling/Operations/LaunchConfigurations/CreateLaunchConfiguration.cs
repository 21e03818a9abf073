using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.LaunchConfigurations;

/// <summary>Makes a launch configuration.</summary>
public sealed class CreateLaunchConfiguration
    : IWriteOperation<CreateLaunchConfigurationRequest, CreateLaunchConfigurationResult>
{
    /// <inheritdoc/>
    public CreateLaunchConfigurationResult Run(CreateLaunchConfigurationRequest request, Call call)
    {
        Configurations.Make(call, request.LaunchConfigurationName!, ConfigurationRules.Of(call, request));
        return new();
    }
}
