using CsCheck;
using Orrery.Core;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What stays true of volumes whatever is done to them.</summary>
public sealed class VolumeLawTests
{
    private static readonly VolumeType[] Types = [VolumeType.Gp2, VolumeType.Gp3, VolumeType.Io1, VolumeType.Io2];

    [Fact]
    public void Usage_is_the_sum_of_what_is_there_and_nobody_shares_what_is_not_to_be_shared()
    {
        var (done, refused) = (0, 0);
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 20], Gen.Int[0, 3]).List[1, 40].Sample(
            deeds =>
            {
                var cloud = Cloud.New(quotas: [("L-1216C47A", 100_000), ("L-D18FCD1D", 1), ("L-7A658B76", 1)]);
                foreach (var (what, which, how) in deeds)
                {
                    try
                    {
                        Do(cloud, what, which, how);
                        Interlocked.Increment(ref done);
                    }
                    catch (ServiceException)
                    {
                        Interlocked.Increment(ref refused);
                    }

                    Check(cloud);
                }
            },
            iter: 30);
        Assert.True(done > 0 && refused > 0, $"{done} done, {refused} refused");
    }

    private static void Do(Cloud cloud, int what, int which, int how)
    {
        var disks = cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest()).Volumes!;
        var disk = disks.Count == 0 ? "vol-0123456789abcdef0" : disks[which % disks.Count].VolumeId!;
        var instances = cloud.Found("instance-state-name", "running", "stopped");
        var instance = instances.Count == 0 ? "i-0123456789abcdef0" : instances[which % instances.Count];
        var type = Types[how];
        switch (what)
        {
            case 0:
                cloud.Disk(Disks.Ten with
                {
                    Size = 4 + (100 * which), VolumeType = type, MultiAttachEnabled = how == 3,
                    Iops = how >= 2 ? 200 : null,
                });
                break;
            case 1:
                cloud.Run(new DeleteVolume(), new() { VolumeId = disk });
                break;
            case 2:
                cloud.AttachDisk(disk, instance, $"/dev/sd{(char)('f' + which)}");
                break;
            case 3:
                cloud.Run(new DetachVolume(), new() { VolumeId = disk });
                break;
            case 4:
                cloud.Run(new ModifyVolume(), new() { VolumeId = disk, Size = 100 * which, VolumeType = type });
                break;
            case 5:
                cloud.Launch(Fleet.One() with
                {
                    BlockDeviceMappings = [new() { DeviceName = "/dev/sdb", Ebs = new() { VolumeSize = 1 + which } }],
                });
                break;
            case 6:
                cloud.Terminate(instance);
                break;
            default:
                cloud.Stop(instance);
                break;
        }
    }

    private static void Check(Cloud cloud)
    {
        var records = cloud.Ask(call => call.Read(VolumeTables.Volumes).All().ToList());
        foreach (var type in Enum.GetValues<VolumeType>())
        {
            var shapes = records.Where(v => v.Type == type).Select(VolumePlans.ShapeOf).ToList();
            var usage = cloud.Ask(call => VolumeUsage.Of(call, type));
            Assert.Equal(
                (shapes.Sum(s => (long)s.Size), shapes.Sum(VolumeUsage.Provisioned)), (usage.Gib, usage.Iops));
        }

        Assert.All(records, v => Assert.True(v.MultiAttach || v.Attachments.Length <= 1));
        Assert.All(records, v => Assert.Distinct(v.Attachments.Select(a => a.InstanceId)));
        var taken = records.SelectMany(v => v.Attachments.Select(a => (a.InstanceId, a.Device)));
        Assert.Distinct(taken);
        var ended = cloud.Found("instance-state-name", "terminated");
        Assert.All(records, v => Assert.DoesNotContain(v.Attachments, a => ended.Contains(a.InstanceId.Value)));
    }
}
