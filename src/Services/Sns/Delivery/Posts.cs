using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Loops;
using Orrery.Services.Sns.Records;
using Orrery.Services.Sns.Rules;

namespace Orrery.Services.Sns.Delivery;

/// <summary>
/// What leaves over HTTP: written with what causes it, sent by <see cref="Ports.PostFollower"/>, which reports here.
/// </summary>
internal static class Posts
{
    private const int TooManyRequests = 429;

    /// <summary>Has something sent: now, or when the pace of the subscription lets it.</summary>
    /// <param name="call">The call, in the topic's scope or another.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="body">Its body.</param>
    public static void Put(Call call, TopicRecord topic, SubscriptionRecord to, PostKind kind, string body)
    {
        var scope = SnsArn.Find(to.Arn)!.Value.Scope;
        var policy = DeliveryPolicies.Effective(topic, to);
        var due = policy.Pace is { } pace ? Slot(call, to, pace) : call.Now;
        var post = new PostRecord
        {
            Id = new(NewIds.Uuid(call)),
            Subscription = to.Id,
            Topic = to.Topic,
            Url = to.Endpoint,
            Headers = Headers(to, kind, policy.ContentType!),
            Body = body,
            IsReady = due <= call.Now,
            IsNotification = kind.Type == "Notification",
        };
        call.Write(Tables.Posts, scope).Put(post);
        if (!post.IsReady) call.Schedule(PostLoop.KindName, due, post.Id.Value, scope);
    }

    /// <summary>
    /// Takes the answer to a request: done, to be tried again, or given up. A client's error is not tried again
    /// (SNS Developer Guide, "Amazon SNS dead-letter queues"); that this is 3xx too is guessed.
    /// </summary>
    /// <param name="call">A call in the scope of the topic.</param>
    /// <param name="id">The request.</param>
    /// <param name="failures">How often it had failed when it was sent: an older report is stale.</param>
    /// <param name="status">The status of the answer; 0 where none came.</param>
    public static void Report(Call call, SnsKey id, int failures, int status)
    {
        if (call.Read(Tables.Posts).Find(id) is not { IsReady: true } post || post.Failures != failures) return;
        if (status is >= 200 and < 300)
        {
            call.Write(Tables.Posts).Remove(id);
            return;
        }

        var topic = call.Read(Tables.Topics).Find(new(post.Topic));
        var to = call.Read(Tables.Subscriptions).Find(post.Subscription);
        var isFinal = status is >= 300 and < 500 and not TooManyRequests;
        if (topic is null || to is null || isFinal
            || DeliveryPolicies.Effective(topic, to).Retry!.WaitBefore(post.Failures + 1) is not { } wait)
        {
            GiveUp(call, post, to);
            return;
        }

        call.Write(Tables.Posts).Put(post with { Failures = post.Failures + 1, IsReady = wait == TimeSpan.Zero });
        if (wait > TimeSpan.Zero) call.Schedule(PostLoop.KindName, call.Now + wait, id.Value);
    }

    private static void GiveUp(Call call, PostRecord post, SubscriptionRecord? to)
    {
        call.Write(Tables.Posts).Remove(post.Id);
        if (post.IsNotification && to is not null) DeadLetters.Put(call, to, post.Body, []);
    }

    private static PostHeader[] Headers(SubscriptionRecord to, PostKind kind, string contentType) =>
    [
        new("x-amz-sns-message-type", kind.Type),
        new("x-amz-sns-message-id", kind.MessageId),
        new("x-amz-sns-topic-arn", SnsArn.Find(to.Arn)!.Value.TopicArn),
        .. kind.Type == Messages.ConfirmationTexts.Subscription
            ? Array.Empty<PostHeader>()
            : [new("x-amz-sns-subscription-arn", to.Arn)],
        .. kind.IsRaw ? [new PostHeader("x-amz-sns-rawdelivery", "true")] : Array.Empty<PostHeader>(),
        new("Content-Type", contentType),
        new("User-Agent", "Amazon Simple Notification Service Agent"),
    ];

    private static DateTimeOffset Slot(Call call, SubscriptionRecord to, int pace)
    {
        var counters = call.Write(Tables.Counters, SnsArn.Find(to.Arn)!.Value.Scope);
        var key = new SnsKey(string.Create(CultureInfo.InvariantCulture, $"pace {to.Id}"));
        var slot = counters.Find(key)?.At is { } last && last + TimeSpan.FromSeconds(1.0 / pace) > call.Now
            ? last + TimeSpan.FromSeconds(1.0 / pace)
            : call.Now;
        counters.Put(new() { Id = key, At = slot });
        return slot;
    }
}
