using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Orrery.Core;
using Orrery.Services.S3.Operations.Multipart;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// Several clients at once: what each of them sees is what they could have seen one after the other, in an order that
/// keeps what was before what. Source: S3 user guide, "Amazon S3 data consistency model", "Add preconditions to S3
/// operations with conditional requests".
/// </summary>
public sealed class RaceTests
{
    private const string Key = "k";
    private const int Clients = 3;

    private enum Kind
    {
        Put,
        PutIfAbsent,
        PutIfMatch,
        Delete,
        Read,
        Complete,
        CompleteIfAbsent,
    }

    [Fact]
    public void Whatever_clients_do_at_once_could_have_been_done_one_after_the_other()
    {
        var (refused, done) = (0, 0);
        var step = Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, 2]);
        Gen.Select(Gen.Bool, step.Array[1, 3].Array[Clients]).Sample(
            (versioned, clients) =>
            {
                var shop = new Shop(versioned);
                var uploads = Enumerable.Range(0, 3).Select(number => Begin(shop, number)).ToArray();
                var (clock, seen) = (0, new List<Seen>[Clients]);
                AtOnce(Clients, client =>
                {
                    seen[client] = [];
                    foreach (var (kind, choice) in clients[client])
                    {
                        var begun = Interlocked.Increment(ref clock);
                        var answer = Do(shop, kind, choice, uploads);
                        seen[client].Add(new(kind, choice, answer, begun, Interlocked.Increment(ref clock)));
                    }
                });
                var all = seen.SelectMany(static own => own).ToList();
                Interlocked.Add(ref refused, all.Count(static one => one.Answer == "PreconditionFailed"));
                Interlocked.Add(ref done, all.Count(static one => one.Answer == "ok"));
                var end = shop.Versions();
                var left = (end.Versions?.Count ?? 0, end.DeleteMarkers?.Count ?? 0);
                return Explains([.. all], new(versioned, [], [.. uploads.Select(static (_, number) => number)]), left);
            },
            iter: 200, threads: 1);
        Assert.True(refused > 20 && done > 20, $"{refused} refused, {done} done");
    }

    [Fact]
    public void Of_many_that_write_only_where_nothing_is_exactly_one_does()
    {
        var shop = new Shop();
        for (var round = 0; round < 20; round++)
        {
            var key = $"k{round}";
            var answers = new string[8];
            AtOnce(answers.Length, client => answers[client] = Answer(() => shop.Put(
                key, $"{client}", static request => request with { IfNoneMatch = "*" })));
            Assert.Equal(1, answers.Count(static answer => answer == "ok"));
            Assert.All(answers, static answer => Assert.True(answer is "ok" or "PreconditionFailed", answer));
            Assert.Equal($"{Array.IndexOf(answers, "ok")}", shop.Get(key));
        }
    }

    [Fact]
    public void Of_many_that_replace_what_they_read_exactly_one_does()
    {
        var shop = new Shop(versioned: true);
        for (var round = 0; round < 20; round++)
        {
            var etag = shop.Put(Key, $"round {round}").ETag;
            var answers = new string[8];
            AtOnce(answers.Length, client => answers[client] = Answer(() => shop.Put(
                Key, $"{round}/{client}", request => request with { IfMatch = etag })));
            Assert.Equal(1, answers.Count(static answer => answer == "ok"));
            Assert.Equal($"{round}/{Array.IndexOf(answers, "ok")}", shop.Get(Key));
        }
    }

    private sealed record Seen(Kind Kind, int Choice, string Answer, int Begun, int Ended);

    private sealed record Model(bool Versioned, ImmutableStack<string?> Versions, ImmutableHashSet<int> Uploads)
    {
        public string? Current => Versions.IsEmpty ? null : Versions.Peek();

        public Model Add(string? text) =>
            this with { Versions = Versioned ? Versions.Push(text) : text is null ? [] : [text] };
    }

    // With threads of their own: they wait, and would keep the pool's from those who answer them.
    private static void AtOnce(int clients, Action<int> act)
    {
        using var start = new Barrier(clients);
        var problems = new Exception?[clients];
        var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                act(client);
            }
            catch (Exception problem)
            {
                problems[client] = problem;
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        Assert.All(problems, Assert.Null);
    }

    // Tries each that could have been next, until all are explained.
    private static bool Explains(ImmutableList<Seen> rest, Model model, (int Versions, int Markers) left)
    {
        if (rest.IsEmpty)
        {
            return left == (
                model.Versions.Count(static text => text is not null),
                model.Versions.Count(static text => text is null));
        }

        var firstEnd = rest.Min(static one => one.Ended);
        foreach (var next in rest.Where(one => one.Begun < firstEnd))
        {
            var (answer, then) = Next(model, next.Kind, next.Choice);
            if (answer == next.Answer && Explains(rest.Remove(next), then, left)) return true;
        }

        return false;
    }

    private static (string Answer, Model Then) Next(Model model, Kind kind, int choice)
    {
        var isUpload = kind is Kind.Complete or Kind.CompleteIfAbsent;
        if (isUpload && !model.Uploads.Contains(choice)) return ("NoSuchUpload", model);
        if (kind is Kind.PutIfAbsent or Kind.CompleteIfAbsent && model.Current is not null)
            return ("PreconditionFailed", model);
        return kind switch
        {
            Kind.Read => (model.Current ?? "NoSuchKey", model),
            Kind.Delete => ("ok", model.Add(null)),
            Kind.PutIfMatch when model.Current is null => ("NoSuchKey", model),
            Kind.PutIfMatch when model.Current != Text(choice) => ("PreconditionFailed", model),
            Kind.PutIfMatch => ("ok", model.Add(Text(choice + 1))),
            Kind.Complete or Kind.CompleteIfAbsent =>
                ("ok", model.Add($"part {choice}") with { Uploads = model.Uploads.Remove(choice) }),
            _ => ("ok", model.Add(Text(choice))),
        };
    }

    private static string Do(Shop shop, Kind kind, int choice, string[] uploads) => kind switch
    {
        Kind.Put => Answer(() => shop.Put(Key, Text(choice))),
        Kind.PutIfAbsent => Answer(() => shop.Put(
            Key, Text(choice), static request => request with { IfNoneMatch = "*" })),
        Kind.PutIfMatch => Answer(() => shop.Put(
            Key, Text(choice + 1), request => request with { IfMatch = ETag(Text(choice)) })),
        Kind.Delete => Answer(() => shop.Delete(Key)),
        Kind.Read => Read(shop),
        _ => Answer(() => shop.Rig.Do(call => new CompleteMultipartUpload().Run(
            Completion(uploads[choice], choice, kind == Kind.CompleteIfAbsent), call))),
    };

    private static string Read(Shop shop)
    {
        try
        {
            return shop.Get(Key);
        }
        catch (ServiceException refusal)
        {
            return refusal.Code;
        }
    }

    private static string Answer(Func<object> act)
    {
        try
        {
            act();
            return "ok";
        }
        catch (ServiceException refusal)
        {
            return refusal.Code;
        }
    }

    private static string Begin(Shop shop, int number)
    {
        var upload = shop.Begin(Key);
        shop.Part(Key, upload, 1, Encoding.UTF8.GetBytes($"part {number}"));
        return upload;
    }

    private static CompleteMultipartUploadRequest Completion(string upload, int number, bool isFirst) => new()
    {
        Bucket = Shop.Bucket, Key = Key, UploadId = upload, IfNoneMatch = isFirst ? "*" : null,
        MultipartUpload = new() { Parts = [new() { PartNumber = 1, ETag = ETag($"part {number}") }] },
    };

    private static string Text(int number) => $"text {number}";

    private static string ETag(string text) =>
        $"\"{Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)))}\"";
}
