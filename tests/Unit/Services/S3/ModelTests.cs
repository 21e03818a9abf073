using CsCheck;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Versions against a plain model: of each key a list of versions, the newest first.</summary>
public sealed class ModelTests
{
    private enum Kind
    {
        Put,
        Delete,
        DeleteVersion,
        Copy,
        Enable,
        Suspend,
    }

    [Fact]
    public void Any_history_leaves_what_the_model_says()
    {
        var (markers, removed) = (0, 0);
        Gen.Select(Gen.Enum<Kind>(), Gen.OneOfConst("a", "b"), Gen.Int[0, 4]).Array[1, 30].Sample(
            steps =>
            {
                var shop = new Shop();
                var model = new Model();
                var number = 0;
                foreach (var (kind, key, choice) in steps) Step(shop, model, (kind, key, choice), $"text {number++}");
                Check(shop, model);
                Interlocked.Add(ref markers, model.Markers);
                Interlocked.Add(ref removed, model.Removed);
            }, iter: 200);
        Assert.True(markers > 20 && removed > 20, $"{markers} markers, {removed} removed");
    }

    private static void Step(Shop shop, Model model, (Kind Kind, string Key, int Choice) step, string text)
    {
        var versions = model.Of(step.Key);
        switch (step.Kind)
        {
            case Kind.Put:
                model.Add(step.Key, new(shop.Put(step.Key, text).VersionId ?? "null", text));
                break;
            case Kind.Delete:
                model.Delete(step.Key, shop.Delete(step.Key).VersionId);
                break;
            case Kind.DeleteVersion when versions.Count > 0:
                var one = versions[step.Choice % versions.Count];
                shop.Delete(step.Key, one.Id);
                versions.Remove(one);
                model.Removed++;
                break;
            case Kind.Copy when versions is [{ Text: { } source }, ..]:
                var to = step.Key == "a" ? "b" : "a";
                model.Add(to, new(shop.Copy(step.Key, to).VersionId ?? "null", source));
                break;
            case Kind.Enable:
                shop.Version(BucketVersioningStatus.Enabled);
                model.Versioning = BucketVersioningStatus.Enabled;
                break;
            case Kind.Suspend:
                shop.Version(BucketVersioningStatus.Suspended);
                model.Versioning = BucketVersioningStatus.Suspended;
                break;
        }
    }

    private static void Check(Shop shop, Model model)
    {
        foreach (var key in new[] { "a", "b" })
        {
            var versions = model.Of(key);
            if (versions is [{ Text: { } text }, ..]) Assert.Equal(text, shop.Get(key));
            else Assert.Equal("NoSuchKey", Rig.Refusal(() => shop.Read(key)));
            foreach (var version in versions.Where(static v => v.Text is not null))
                Assert.Equal(version.Text, shop.Get(key, r => r with { VersionId = version.Id }));
            var listed = shop.Versions(r => r with { Prefix = key });
            Assert.Equal(
                versions.Where(static v => v.Text is not null).Select(static v => v.Id),
                listed.Versions!.Select(static v => v.VersionId!));
            Assert.Equal(
                versions.Where(static v => v.Text is null).Select(static v => v.Id),
                listed.DeleteMarkers!.Select(static v => v.VersionId!));
        }
    }

    /// <param name="Id">The version id.</param>
    /// <param name="Text">What it holds; null of a delete marker.</param>
    private sealed record Version(string Id, string? Text);

    private sealed class Model
    {
        private readonly Dictionary<string, List<Version>> _keys = new() { ["a"] = [], ["b"] = [] };

        public BucketVersioningStatus? Versioning { get; set; }

        public int Markers { get; private set; }

        public int Removed { get; set; }

        public List<Version> Of(string key) => _keys[key];

        public void Add(string key, Version version)
        {
            if (Versioning is not BucketVersioningStatus.Enabled)
            {
                Assert.Equal("null", version.Id);
                _keys[key].RemoveAll(static v => v.Id == "null");
            }

            _keys[key].Insert(0, version);
        }

        public void Delete(string key, string? marker)
        {
            if (Versioning is null)
            {
                _keys[key].Clear();
                return;
            }

            Markers++;
            Add(key, new(marker!, null));
        }
    }
}
