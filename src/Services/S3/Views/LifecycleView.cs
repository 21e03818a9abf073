using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Views;

/// <summary>Lifecycle rules as they were sent.</summary>
internal static class LifecycleView
{
    /// <summary>A rule.</summary>
    public static LifecycleRule Of(AgeRule rule) => new()
    {
        ID = rule.Id,
        Status = rule.IsEnabled ? ExpirationStatus.Enabled : ExpirationStatus.Disabled,
        Prefix = rule.Filter.IsOld ? rule.Filter.Prefix : null,
        Filter = AgeFilters.View(rule.Filter),
        Expiration = rule.Expiration is null && rule.RemovesMarkers is null ? null : new()
        {
            Days = rule.Expiration?.Days,
            Date = rule.Expiration?.Date,
            ExpiredObjectDeleteMarker = rule.RemovesMarkers,
        },
        Transitions = rule.Transitions is [] ? null : [.. rule.Transitions.Select(static to => new Transition
        {
            Days = to.Days,
            Date = to.Date,
            StorageClass = TransitionStorageClassWire.Parse(to.StorageClass),
        })],
        NoncurrentVersionExpiration = rule.NoncurrentExpiration is not { } gone ? null : new()
        {
            NoncurrentDays = gone.Days,
            NewerNoncurrentVersions = gone.Newer,
        },
        NoncurrentVersionTransitions = rule.NoncurrentTransitions is []
            ? null
            : [.. rule.NoncurrentTransitions.Select(static to => new NoncurrentVersionTransition
            {
                NoncurrentDays = to.Days,
                NewerNoncurrentVersions = to.Newer,
                StorageClass = TransitionStorageClassWire.Parse(to.StorageClass),
            })],
        AbortIncompleteMultipartUpload = rule.AbortDays is { } days ? new() { DaysAfterInitiation = days } : null,
    };
}
