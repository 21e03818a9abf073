using Orrery.Contracts;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Makes launch configurations.</summary>
internal static class Configurations
{
    /// <summary>Makes one.</summary>
    /// <exception cref="Core.ServiceException">AlreadyExists, or LimitExceeded.</exception>
    public static void Make(Call call, string name, SupplyParameters parameters)
    {
        var configurations = call.Write(Tables.Configurations);
        if (configurations.Contains(new(name)))
        {
            throw Errors.Exists("Launch Configuration by this name already exists - A launch configuration already "
                + $"exists with the name {name}");
        }

        call.Hold(ScalingQuotas.Configurations, configurations.Count, limit => Errors.Limit(
            $"You have already reached your limit of {limit} launch configurations."));
        configurations.Put(new LaunchConfigurationRecord(
            name,
            $"arn:aws:autoscaling:{call.Region}:{call.Account}:launchConfiguration:{Uuids.New(call)}:"
                + $"launchConfigurationName/{name}",
            call.Now,
            parameters));
    }
}
