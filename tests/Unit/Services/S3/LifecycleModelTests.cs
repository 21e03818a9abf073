using CsCheck;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// A lifecycle that looks only at what was noted for a day, against one that looks at everything each day: its
/// configuration is put anew before each midnight.
/// </summary>
public sealed class LifecycleModelTests
{
    private enum Kind
    {
        Put,
        PutLarge,
        Delete,
        DeleteOldest,
        Tag,
        Wait,
        Enable,
        Suspend,
    }

    [Fact]
    public void What_was_noted_is_what_a_look_at_everything_finds()
    {
        var (gone, moved) = (0, 0);
        var step = Gen.Select(Gen.Enum<Kind>(), Gen.OneOfConst("a", "b"), Gen.Int[0, 4]);
        Gen.Select(Rules, step.Array[1, 25]).Sample(
            (rules, steps) =>
            {
                var (quick, slow) = (new Shop(), new Shop());
                quick.Age(rules);
                slow.Age(rules);
                foreach (var one in steps.Append((Kind.Wait, "a", 4)))
                {
                    Do(quick, one, null);
                    Do(slow, one, rules);
                    Assert.Equal(slow.Look(), quick.Look());
                    if (quick.Look() == "") Interlocked.Increment(ref gone);
                    if (quick.Look().Contains("GLACIER", StringComparison.Ordinal)) Interlocked.Increment(ref moved);
                }
            }, iter: 60);
        Assert.True(gone > 20 && moved > 20, $"{gone} gone, {moved} moved");
    }

    private static Gen<LifecycleRule[]> Rules { get; } = Gen.Select(
        Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[0, 7], Gen.Bool).Select(
        (days, noncurrent, newer, parts, tag) =>
        {
            var rule = Aging.Rule() with
            {
                Filter = tag ? new() { Tag = new() { Key = "k", Value = "v" } } : new() { Prefix = "" },
                Expiration = (parts & 1) != 0 ? new() { Days = days } : null,
                NoncurrentVersionExpiration = (parts & 2) != 0
                    ? new() { NoncurrentDays = noncurrent, NewerNoncurrentVersions = newer > 0 ? newer : null }
                    : null,
                NoncurrentVersionTransitions = (parts & 2) == 0
                    ? [new() { NoncurrentDays = noncurrent, StorageClass = TransitionStorageClass.GlacierIr }]
                    : null,
            };
            var other = Aging.Rule("other") with
            {
                Transitions = [Aging.To(TransitionStorageClass.Glacier, days)],
                Expiration = null,
            };
            var markers = Aging.Rule("markers") with { Expiration = new() { ExpiredObjectDeleteMarker = true } };
            return (parts & 4) != 0 ? [rule, other, markers] : new[] { rule, other };
        });

    private static void Do(Shop shop, (Kind Kind, string Key, int Choice) step, LifecycleRule[]? daily)
    {
        switch (step.Kind)
        {
            case Kind.Put:
                shop.Put(step.Key, "x");
                break;
            case Kind.PutLarge:
                shop.Put(step.Key, Aging.Large, r => r with { Tagging = "k=v" });
                break;
            case Kind.Delete:
                shop.Delete(step.Key);
                break;
            case Kind.DeleteOldest when shop.Versions(r => r with { Prefix = step.Key }).Versions is [.., { } oldest]:
                shop.Delete(step.Key, oldest.VersionId);
                break;
            case Kind.Tag when shop.Versions(r => r with { Prefix = step.Key }).Versions is [.., { } oldest]:
                shop.Rig.Run(new Orrery.Services.S3.Operations.Objects.PutObjectTagging(), new()
                {
                    Bucket = Shop.Bucket,
                    Key = step.Key,
                    VersionId = oldest.VersionId,
                    Tagging = new() { TagSet = [new() { Key = "k", Value = "v" }] },
                });
                break;
            case Kind.Enable:
                shop.Version(BucketVersioningStatus.Enabled);
                break;
            case Kind.Suspend:
                shop.Version(BucketVersioningStatus.Suspended);
                break;
            case Kind.Wait:
                Wait(shop, step.Choice, daily);
                break;
        }
    }

    // Not quite a day, so that steps come at all hours.
    private static void Wait(Shop shop, int days, LifecycleRule[]? daily)
    {
        for (var quarter = 0; quarter <= days * 4; quarter++)
        {
            if (daily is not null) shop.Age(daily);
            shop.Rig.Advance(TimeSpan.FromHours(5.5));
        }
    }
}
