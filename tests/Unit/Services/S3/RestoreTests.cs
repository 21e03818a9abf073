using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Restores from archives, by the virtual clock.</summary>
public sealed class RestoreTests
{
    private readonly Shop _shop = new();

    // S3 user guide, "Archive retrieval options": the longest of each time that it gives.
    [Theory]
    [InlineData("GLACIER", "Expedited", 5)]
    [InlineData("GLACIER", "Standard", 5 * 60)]
    [InlineData("GLACIER", "Bulk", 12 * 60)]
    [InlineData("DEEP_ARCHIVE", "Standard", 12 * 60)]
    [InlineData("DEEP_ARCHIVE", "Bulk", 48 * 60)]
    public void A_copy_comes_after_the_time_of_its_tier_and_goes_after_its_days(
        string archive, string tier, int minutes)
    {
        Put("k", archive);
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => _shop.Get("k")));
        Assert.Equal(202, Restore("k", tier, 2).Status);
        Assert.Equal("ongoing-request=\"true\"", Head("k").Restore);
        _shop.Rig.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => _shop.Get("k")));
        _shop.Rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("x", _shop.Get("k"));
        Assert.Equal(archive, Head("k").StorageClass!.Value.ToWire());
        // "rounds the resulting time to the next day at midnight UTC"
        var expiry = Rig.Start.AddMinutes(minutes).AddDays(2);
        if (expiry.TimeOfDay != TimeSpan.Zero) expiry = new(expiry.Date.AddDays(1), TimeSpan.Zero);
        Assert.Equal($"ongoing-request=\"false\", expiry-date=\"{expiry:R}\"", Head("k").Restore);
        _shop.Rig.Advance(expiry - Rig.Start.AddMinutes(minutes));
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => _shop.Get("k")));
        Assert.Null(Head("k").Restore);
    }

    [Fact]
    public void A_copy_that_is_there_stays_longer_and_one_on_its_way_may_come_faster()
    {
        Put("k", "GLACIER");
        Restore("k", "Bulk", 1);
        Assert.Equal(202, Restore("k", "Standard", 1).Status);
        // S3 user guide, "Upgrade the speed of an in-progress restore": other parameters must not change.
        Assert.Equal("RestoreAlreadyInProgress", Rig.Refusal(() => Restore("k", "Expedited", 2)));
        Assert.Equal(202, Restore("k", "Expedited", null).Status);
        Assert.Equal("RestoreAlreadyInProgress", Rig.Refusal(() => Restore("k", "Bulk", null)));
        _shop.Rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("x", _shop.Get("k"));
        Assert.Equal(200, Restore("k", "Standard", 30).Status);
        _shop.Rig.Advance(TimeSpan.FromDays(29));
        Assert.Equal("x", _shop.Get("k"));
    }

    [Fact]
    public void Only_what_is_archived_is_restored_and_only_as_it_can_be()
    {
        _shop.Put("plain", "x");
        Put("deep", "DEEP_ARCHIVE");
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => Restore("plain", "Standard", 1)));
        Assert.Equal("InvalidArgument", Rig.Refusal(() => Restore("deep", "Expedited", 1)));
        Assert.Equal("MalformedXML", Rig.Refusal(() => Restore("deep", "Standard", null)));
        Assert.Equal("InvalidArgument", Rig.Refusal(() => Restore("deep", "Standard", 0)));
        Assert.Equal("NoSuchKey", Rig.Refusal(() => Restore("none", "Standard", 1)));
        Assert.Equal("NotImplemented", _shop.Rig.Refused(new RestoreObject(), new RestoreObjectRequest
        {
            Bucket = Shop.Bucket, Key = "deep", RestoreRequest = new() { Type = RestoreRequestType.Select },
        }));
    }

    [Fact]
    public void A_copy_of_a_restored_object_is_an_object_like_others()
    {
        Put("k", "GLACIER");
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => _shop.Copy("k", "copy")));
        Restore("k", "Expedited", 1);
        _shop.Rig.Advance(TimeSpan.FromMinutes(5));
        _shop.Copy("k", "copy");
        Assert.Null(_shop.Read("copy").Restore);
        _shop.Rig.Advance(TimeSpan.FromDays(9));
        Assert.Equal("x", _shop.Get("copy"));
    }

    [Fact]
    public void Listings_tell_of_restores_when_they_are_asked()
    {
        Put("k", "GLACIER");
        Restore("k", "Expedited", 1);
        Assert.Null(_shop.List().Contents![0].RestoreStatus);
        var asked = _shop.List(static request => request with
        {
            OptionalObjectAttributes = [OptionalObjectAttributes.RestoreStatus],
        });
        Assert.True(asked.Contents![0].RestoreStatus!.IsRestoreInProgress);
    }

    private void Put(string key, string archive) => _shop.Put(key, "x", request => request with
    {
        StorageClass = StorageClassWire.Parse(archive),
    });

    private HeadObjectResult Head(string key) => _shop.Rig.Run(
        new HeadObject(), new HeadObjectRequest { Bucket = Shop.Bucket, Key = key });

    private RestoreObjectResult Restore(string key, string tier, int? days) => _shop.Rig.Run(
        new RestoreObject(),
        new RestoreObjectRequest
        {
            Bucket = Shop.Bucket,
            Key = key,
            RestoreRequest = new()
            {
                Days = days, GlacierJobParameters = new() { Tier = TierWire.Parse(tier)!.Value },
            },
        });
}
