using CsCheck;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Services.Sqs;

public sealed class LawTests
{
    /// <summary>What a run does: 0 send, 1 receive, 2 delete, 3 change visibility, 4 let time pass.</summary>
    private static readonly Gen<(int What, int Number)[]> Runs =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 9]).Array[1, 60];

    [Fact]
    public void Every_message_is_received_until_it_is_deleted()
    {
        var received = 0;
        Runs.Sample(
            run =>
            {
                var desk = new Desk();
                var url = desk.Queue();
                var alive = new HashSet<string>();
                var held = new List<Message>();
                foreach (var (what, number) in run)
                    Step(desk, url, (what, number), alive, held, null);
                received += held.Count;
                var counts = desk.Counts(url);
                Assert.Equal(alive.Count, counts.Item1 + counts.Item2 + counts.Item3);
                desk.Pass(1000);
                var seen = new HashSet<string>();
                while (desk.Receive(url) is { Count: > 0 } more)
                    seen.UnionWith(more.Select(message => message.Body!));
                Assert.Equal(alive.Order(), seen.Order());
            },
            iter: 60, threads: 1);
        Assert.True(received > 0);
    }

    [Fact]
    public void A_group_is_received_in_order_and_one_batch_at_a_time()
    {
        var deleted = 0;
        Runs.Sample(
            run =>
            {
                var desk = new Desk();
                var url = desk.Queue("a.fifo");
                var alive = new HashSet<string>();
                var held = new List<Message>();
                var last = new Dictionary<string, int>();
                foreach (var (what, number) in run)
                    Step(desk, url, (what, number), alive, held, last);
                deleted += last.Count;
                desk.Pass(1000);
                Assert.Equal((alive.Count, 0, 0), desk.Counts(url));
                while (desk.Receive(url) is { Count: > 0 } more)
                {
                    foreach (var message in more)
                    {
                        Order(message, last);
                        Assert.True(alive.Remove(message.Body!));
                        last[message.Attributes!["MessageGroupId"]] = int.Parse(message.Body!);
                        desk.Delete(url, message);
                    }
                }
                Assert.Empty(alive);
            },
            iter: 60, threads: 1);
        Assert.True(deleted > 0);
    }

    [Fact]
    public void Within_five_minutes_a_deduplication_id_gives_one_message()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 200]).Array[1, 30].Sample(
            sends =>
            {
                var desk = new Desk();
                var url = desk.Queue("a.fifo");
                var first = new Dictionary<int, (double At, string Id)>();
                var now = 0.0;
                foreach (var (id, wait) in sends)
                {
                    desk.Pass(wait);
                    now += wait;
                    var sent = desk.Send(url, "x", "g", $"d{id}").MessageId!;
                    if (first.TryGetValue(id, out var seen) && now - seen.At < 300)
                        Assert.Equal(seen.Id, sent);
                    else
                        Assert.DoesNotContain(sent, first.Values.Select(one => one.Id));
                    if (!first.TryGetValue(id, out seen) || now - seen.At >= 300)
                        first[id] = (now, sent);
                }
            },
            iter: 60, threads: 1);
    }

    private static void Step(
        Desk desk, string url, (int What, int Number) step, HashSet<string> alive, List<Message> held,
        Dictionary<string, int>? last)
    {
        switch (step.What)
        {
            case 0:
                var body = $"{alive.Count + held.Count + (desk.Rig.World.Current.Sequence * 100)}";
                if (last is null)
                    desk.Send(url, body, delay: step.Number % 3 == 0 ? step.Number : null);
                else
                    desk.Send(url, body, $"g{step.Number % 3}", body);
                Assert.True(alive.Add(body));
                break;
            case 1:
                var got = desk.Receive(url, (step.Number % 3) + 1, hidden: step.Number);
                if (last is not null)
                    Assert.All(got, message => Order(message, last));
                held.AddRange(got);
                break;
            case 2 when held.Count > 0:
                var message = held[^1];
                held.RemoveAt(held.Count - 1);
                Delete(desk, url, message, alive, last);
                break;
            case 3 when held.Count > 0:
                Try(() => desk.Hide(url, held[0], step.Number));
                break;
            case 4:
                desk.Pass(step.Number / 2.0);
                break;
        }
    }

    /// <summary>A receipt of a FIFO queue may have expired: then nothing is deleted.</summary>
    private static void Delete(
        Desk desk, string url, Message message, HashSet<string> alive, Dictionary<string, int>? last)
    {
        if (!Try(() => desk.Delete(url, message)) || !alive.Remove(message.Body!) || last is null)
            return;
        var group = message.Attributes!["MessageGroupId"];
        last[group] = Math.Max(last.GetValueOrDefault(group), int.Parse(message.Body!));
    }

    /// <summary>Within a batch a later message may be deleted before an earlier one; nothing deleted comes
    /// again.</summary>
    private static void Order(Message message, Dictionary<string, int> last) =>
        Assert.NotEqual(last.GetValueOrDefault(message.Attributes!["MessageGroupId"], -1), int.Parse(message.Body!));

    private static bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Orrery.Core.ServiceException)
        {
            return false;
        }
    }
}
