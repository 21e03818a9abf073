using Orrery.Contracts.Letters;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Ports;

/// <summary>The letters of the world.</summary>
internal sealed class Outbox : IOutbox
{
    /// <inheritdoc/>
    public IEnumerable<Letter> All(ReadCall call) => call.Read(Tables.Letters, Scope.World).All().Select(Of);

    /// <inheritdoc/>
    public Letter? Find(ReadCall call, long number) =>
        call.Read(Tables.Letters, Scope.World).Find(Delivery.Letters.Key(number)) is { } found ? Of(found) : null;

    private static Letter Of(LetterRecord letter) =>
        new(letter.Number, letter.Kind, letter.To, letter.Subject, letter.Body, letter.SentAt)
        {
            Source = letter.TopicArn, Link = letter.Link,
        };
}
