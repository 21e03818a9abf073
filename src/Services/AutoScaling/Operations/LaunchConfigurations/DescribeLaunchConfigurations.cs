using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.LaunchConfigurations;

/// <summary>Tells of launch configurations; names of none are passed over.</summary>
public sealed class DescribeLaunchConfigurations
    : IReadOperation<DescribeLaunchConfigurationsRequest, DescribeLaunchConfigurationsResult>
{
    /// <inheritdoc/>
    public DescribeLaunchConfigurationsResult Run(DescribeLaunchConfigurationsRequest request, ReadCall call)
    {
        var all = call.Read(Tables.Configurations);
        var found = request.LaunchConfigurationNames is { Count: > 0 } names
            ? names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => all.Find(new(name))).OfType<LaunchConfigurationRecord>()
            : all.All();
        var (page, next) = Pages.Of(found, one => one.Name, request.NextToken, request.MaxRecords);
        return new() { LaunchConfigurations = [.. page.Select(ConfigurationView.Of)], NextToken = next };
    }
}
