using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Messages;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Delivery;

/// <summary>E-mail and text messages: they lie in the outbox, and nothing leaves the program.</summary>
internal static class Letters
{
    private static readonly SnsKey Counter = new("letters");

    /// <summary>Puts a confirmation into the outbox.</summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="id">Its id.</param>
    public static void PutConfirmation(Call call, TopicRecord topic, SubscriptionRecord to, string type, string id)
    {
        var link = Links.Confirm(call, to);
        var isFirst = type == ConfirmationTexts.Subscription;
        Put(call, new()
        {
            Id = default,
            Number = 0,
            Kind = to.Protocol,
            To = to.Endpoint,
            Subject = $"AWS Notification - {(isFirst ? "Subscription" : "Unsubscribe")} Confirmation",
            Body = to.Protocol == "email-json"
                ? Envelope.Confirmation(call, topic, to, type, id)
                : $"{ConfirmationTexts.Of(type, to)}\n\n{link}\n",
            TopicArn = SnsArn.Find(to.Arn)!.Value.TopicArn,
            Link = link,
            SentAt = call.Now,
        });
    }

    /// <summary>Puts a letter into the outbox, with the next number.</summary>
    public static void Put(Call call, LetterRecord letter)
    {
        var counters = call.Write(Tables.Counters, Scope.World);
        var number = (counters.Find(Counter)?.Last ?? 0) + 1;
        counters.Put(new() { Id = Counter, Last = number });
        call.Write(Tables.Letters, Scope.World).Put(letter with
        {
            Id = Key(number), Number = number,
        });
    }

    /// <summary>The key of a number.</summary>
    public static SnsKey Key(long number) => new(number.ToString("d12", CultureInfo.InvariantCulture));
}
