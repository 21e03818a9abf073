using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Says who is notified of what; who is new is sent a test. Source: Amazon S3 API Reference,
/// PutBucketNotificationConfiguration.</summary>
public sealed class PutBucketNotificationConfiguration
    : IWriteOperation<PutBucketNotificationConfigurationRequest, PutBucketNotificationConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketNotificationConfigurationResult Run(PutBucketNotificationConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var sent = request.NotificationConfiguration ?? throw Errors.Malformed();
        var wanted = new GetBucketNotificationConfigurationResult
        {
            EventBridgeConfiguration = sent.EventBridgeConfiguration,
            LambdaFunctionConfigurations = Named(
                sent.LambdaFunctionConfigurations, one => one.Id is null ? one with { Id = NewId(call) } : one),
            QueueConfigurations = Named(
                sent.QueueConfigurations, one => one.Id is null ? one with { Id = NewId(call) } : one),
            TopicConfigurations = Named(
                sent.TopicConfigurations, one => one.Id is null ? one with { Id = NewId(call) } : one),
        };
        Listeners.Check(call, place, wanted, request.SkipDestinationValidation is true);
        var isNone = wanted.EventBridgeConfiguration is null && !Listeners.Of(wanted).Any();
        BucketRules.Put(call, place, isNone
            ? Kept.Without<GetBucketNotificationConfigurationResult>(place.Bucket)
            : Kept.With(place.Bucket, Told(wanted)));
        if (request.SkipDestinationValidation is not true) Notices.Test(call, place, wanted);
        return new();
    }

    private static GetBucketNotificationConfigurationResult Told(GetBucketNotificationConfigurationResult wanted) =>
        wanted with
        {
            LambdaFunctionConfigurations = Named(
                wanted.LambdaFunctionConfigurations, one => one with { Filter = Listeners.Named(one.Filter) }),
            QueueConfigurations = Named(
                wanted.QueueConfigurations, one => one with { Filter = Listeners.Named(one.Filter) }),
            TopicConfigurations = Named(
                wanted.TopicConfigurations, one => one with { Filter = Listeners.Named(one.Filter) }),
        };

    private static IReadOnlyList<T>? Named<T>(IReadOnlyList<T>? sent, Func<T, T> named) =>
        sent is null ? null : [.. sent.Select(named)];

    private static string NewId(Call call) => call.NewId("n");
}
