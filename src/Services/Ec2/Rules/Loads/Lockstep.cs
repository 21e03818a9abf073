using Orrery.Engines.Load.Serving;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Walks through the minutes of several instances together.</summary>
internal static class Lockstep
{
    /// <summary>Minute by minute, those that ran. The list is used again for the next minute.</summary>
    public static IEnumerable<IReadOnlyList<Minute>> Read(IEnumerable<IEnumerable<Minute>> instances)
    {
        var walks = new List<IEnumerator<Minute>>();
        try
        {
            foreach (var instance in instances)
            {
                var walk = instance.GetEnumerator();
                walks.Add(walk);
                if (walk.MoveNext()) continue;
                walk.Dispose();
                walks.RemoveAt(walks.Count - 1);
            }

            var together = new List<Minute>();
            while (walks.Count > 0)
            {
                var at = walks.Min(walk => walk.Current.At);
                together.Clear();
                for (var place = walks.Count - 1; place >= 0; place--)
                {
                    var walk = walks[place];
                    if (walk.Current.At != at) continue;
                    together.Add(walk.Current);
                    if (walk.MoveNext()) continue;
                    walk.Dispose();
                    walks.RemoveAt(place);
                }

                yield return together;
            }
        }
        finally
        {
            foreach (var walk in walks) walk.Dispose();
        }
    }
}
