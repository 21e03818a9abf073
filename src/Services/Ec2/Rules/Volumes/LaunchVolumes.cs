using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// Makes the volumes of a launch: what they are like is worked out once, and each instance costs one put a volume. They
/// are attached, and written to, from the launch on.
/// </summary>
internal sealed class LaunchVolumes
{
    private readonly Call _call;
    private readonly IReadOnlyList<(DeviceWish Wish, VolumeRecord Plan)> _plans;
    private readonly IReadOnlyList<TagSpecification> _tags;

    /// <summary>Works out what they are like.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The launch.</param>
    /// <param name="template">What its instances are made from.</param>
    /// <param name="interfaces">How many interfaces each of them has.</param>
    /// <exception cref="ServiceException">The block devices cannot be so.</exception>
    public LaunchVolumes(Call call, RunInstancesRequest request, InstanceRecord template, int interfaces)
    {
        _call = call;
        _tags = LaunchRefusals.TagsFor(request, ResourceType.Volume);
        var image = ImageDevices.Of(call, template.ImageId);
        var zone = VolumeZones.Choose(call, template.AvailabilityZone, null);
        Root = image.Root;
        _plans =
        [
            .. BlockDevices.Merge(image.Root, image.Devices, request.BlockDeviceMappings)
                .Select(wish => (wish, VolumePlans.Of(call, wish.Volume, zone))),
        ];
        AttachmentLimits.Check(InstanceTypeCatalog.Get(template.InstanceType), interfaces, _plans.Count);
    }

    /// <summary>The name of the root device.</summary>
    public string Root { get; }

    /// <summary>What the root volume is to be like.</summary>
    public VolumeRecord? RootPlan => _plans.FirstOrDefault(plan => plan.Wish.Device == Root).Plan;

    /// <summary>Takes so many launches' worth of storage.</summary>
    /// <exception cref="ServiceException">VolumeLimitExceeded, or MaxIOPSLimitExceeded.</exception>
    public void Take(int instances)
    {
        foreach (var (_, plan) in _plans)
        {
            var shape = VolumePlans.ShapeOf(plan);
            VolumeUsage.Check(_call, shape, instances);
            VolumeUsage.Count(_call, shape, instances);
        }
    }

    /// <summary>Gives back what was taken for instances that were not launched after all.</summary>
    public void GiveBack(int instances)
    {
        foreach (var (_, plan) in instances > 0 ? _plans : [])
        {
            VolumeUsage.Count(_call, VolumePlans.ShapeOf(plan), -instances);
        }
    }

    /// <summary>Makes the volumes of one instance.</summary>
    /// <returns>The volumes, by device.</returns>
    public IReadOnlyList<(VolumeRecord Volume, VolumeAttachmentRecord Attachment)> Make(InstanceId instance)
    {
        var made = new (VolumeRecord Volume, VolumeAttachmentRecord Attachment)[_plans.Count];
        for (var place = 0; place < made.Length; place++)
        {
            var (wish, plan) = _plans[place];
            var volume = plan with
            {
                Id = _call.NewId<VolumeId>(),
                WritingSince = _call.Now,
                Attachments =
                [
                    new()
                    {
                        InstanceId = instance,
                        Device = wish.Device,
                        AttachTime = _call.Now,
                        DeleteOnTermination = wish.DeleteOnTermination,
                    },
                ],
            };
            _call.Write(VolumeTables.Volumes).PutNew(volume);
            if (_tags.Count > 0)
            {
                TagStore.PutNew(_call, VolumeKinds.Volume, volume.Id.Value, _tags);
            }

            made[place] = (volume, volume.Attachments[0]);
        }

        if (made.Length > 1)
        {
            Array.Sort(made, static (one, other) => StringComparer.Ordinal.Compare(
                one.Attachment.Device, other.Attachment.Device));
        }

        return made;
    }
}
