using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
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
        var name = request.LaunchConfigurationName!;
        var configurations = call.Write(Tables.Configurations);
        if (configurations.Contains(new(name)))
            throw Errors.Exists("Launch Configuration by this name already exists - A launch configuration already "
                + "exists "
                + $"with the name {name}");
        call.Hold(ScalingQuotas.Configurations, configurations.Count, limit => Errors.Limit(
            $"You have already reached your limit of {limit} launch configurations."));
        configurations.Put(new LaunchConfigurationRecord(
            name,
            $"arn:aws:autoscaling:{call.Region}:{call.Account}:launchConfiguration:{Uuids.New(call)}:"
                + $"launchConfigurationName/{name}",
            call.Now,
            ConfigurationRules.Of(request)));
        return new();
    }
}
