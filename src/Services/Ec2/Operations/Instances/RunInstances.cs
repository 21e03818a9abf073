using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Launches instances with their network interfaces.</summary>
public sealed class RunInstances : IWriteOperation<RunInstancesRequest, RunInstancesResult>
{
    /// <inheritdoc/>
    public RunInstancesResult Run(RunInstancesRequest request, Call call)
    {
        var launcher = LauncherOf(request, call);
        var launched = launcher.Launch();
        var reservation = launched[0].ReservationId;
        InstanceLoop.Launch(call, reservation);

        // Of what was made just now: to look it up would be to work it into the indexes first.
        var view = ReservationView.Of(reservation, launched.Zip(launcher.Parts), call);
        return new()
        {
            ReservationId = view.ReservationId,
            OwnerId = view.OwnerId,
            Groups = view.Groups,
            Instances = view.Instances,
        };
    }

    private static InstanceLauncher LauncherOf(RunInstancesRequest request, Call call)
    {
        if (request.LaunchTemplate is not { } named)
        {
            return new(call, request);
        }

        var template = TemplateLookup.Get(call, named.LaunchTemplateId, named.LaunchTemplateName);
        var order = new LaunchOrder
        {
            SystemTags = TemplateMerge.TagsOf(TemplateLookup.Version(call, template, named.Version)),
        };
        return new(call, TemplateMerge.Apply(call, request), order);
    }
}
