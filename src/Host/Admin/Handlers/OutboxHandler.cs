using System.Globalization;
using Orrery.Contracts.Letters;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/outbox</c>: the e-mail and text messages of a world, which never leave it.</summary>
internal static class OutboxHandler
{
    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var outbox = Inquiry.Port<IOutbox>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ListOutbox");
        var letters = world.Query(info, read => outbox.All(read).Select(View).ToArray());
        return AdminCall.Json(letters, AdminJson.Default.LetterViewArray);
    }

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call, string number)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var outbox = Inquiry.Port<IOutbox>(world);
        var info = Inquiry.Info(station, call, world, "orrery:ShowOutbox");
        var letter = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? world.Query(info, read => outbox.Find(read, wanted))
            : null;
        return letter is not null
            ? AdminCall.Json(View(letter), AdminJson.Default.LetterView)
            : throw new ServiceException("NoSuchLetter", $"The outbox has no letter {number}.", 404);
    }

    private static LetterView View(Letter letter) =>
        new(letter.Number, letter.Kind, letter.To, letter.Subject, letter.SentAt, letter.Source, letter.Link,
            letter.Body);
}
