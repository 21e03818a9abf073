using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Records;

/// <summary>A message that was received and is hidden. AWS limits how many there are, so they are held in
/// memory.</summary>
/// <param name="Space">The space.</param>
/// <param name="Item">The message within it.</param>
/// <param name="Due">When it comes back.</param>
/// <param name="Count">How often it was received.</param>
/// <param name="FirstReceivedAt">When it was received first.</param>
/// <param name="ReceivedAt">When it was received last.</param>
internal sealed record FlightRecord(
    string Space, string Item, DateTimeOffset Due, int Count, DateTimeOffset FirstReceivedAt, DateTimeOffset ReceivedAt)
{
    /// <summary>Its place: the first of a space comes back first.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public RowKey Key => Places.Due(Space, Due, Item);
}
