using System.Diagnostics;
using System.Globalization;
using Orrery.Bench.Load;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Scaling;

/// <summary>
/// A group like those of <see cref="ScalingBench"/>, in the program as people start it: all services, all that follows
/// a world, its file, calls over HTTP.
/// </summary>
public sealed class ServedGroup : IDisposable
{
    private const string Version = "&Version=2011-01-01&AutoScalingGroupName=group";

    private readonly Server _server;
    private readonly HttpConnection _connection;

    private ServedGroup(Server server)
    {
        _server = server;
        _connection = new(server.Port);
    }

    /// <summary>Starts the program; makes the group with its policy, its scheduled actions and its demand.</summary>
    public static async Task<ServedGroup> StartAsync(string program, int size)
    {
        var group = new ServedGroup(await Server.StartAsync(ServerKind.Orrery(program, "--clock", "stepped")));
        try
        {
            foreach (var request in Made(size)) await group.SendAsync(request);
            return group;
        }
        catch
        {
            group.Dispose();
            throw;
        }
    }

    /// <summary>Turns the clock.</summary>
    /// <returns>Seconds.</returns>
    public async Task<double> TurnAsync(int days)
    {
        var began = Stopwatch.GetTimestamp();
        await SendAsync(Requests.Admin("POST", "clock/advance", $$"""{"by":"{{days}}d"}"""));
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _server.Dispose();
    }

    private static IEnumerable<byte[]> Made(int size)
    {
        yield return Requests.Query(
            "ec2",
            "Action=CreateLaunchTemplate&Version=2016-11-15&LaunchTemplateName=web"
            + "&LaunchTemplateData.ImageId=ami-0123456789abcdef0&LaunchTemplateData.InstanceType=m5.large"
            + "&LaunchTemplateData.Monitoring.Enabled=true");
        yield return Requests.Query(
            "autoscaling",
            $"Action=CreateAutoScalingGroup{Version}&MinSize=1&MaxSize={size * 2}&DesiredCapacity={size}"
            + "&AvailabilityZones.member.1=us-east-1a&AvailabilityZones.member.2=us-east-1b"
            + "&AvailabilityZones.member.3=us-east-1c&LaunchTemplate.LaunchTemplateName=web"
            + "&LaunchTemplate.Version=%24Latest");
        const string Metric = "&TargetTrackingConfiguration.PredefinedMetricSpecification.PredefinedMetricType=";
        yield return Requests.Query(
            "autoscaling",
            $"Action=PutScalingPolicy{Version}&PolicyName=track&PolicyType=TargetTrackingScaling"
            + $"&TargetTrackingConfiguration.TargetValue=50{Metric}ASGAverageCPUUtilization");
        foreach (var (name, hour, least) in new[] { ("morning", 8, size / 2), ("evening", 20, 1) })
        {
            yield return Requests.Query(
                "autoscaling",
                $"Action=PutScheduledUpdateGroupAction{Version}&ScheduledActionName={name}"
                + $"&Recurrence=0+{hour}+*+*+*&MinSize={least}");
        }

        yield return Requests.Admin(
            "PUT",
            "loads?region=us-east-1",
            string.Create(
                CultureInfo.InvariantCulture,
                $$$"""
                {"loads":[{"name":"demand","targets":[{"tag":"aws:autoscaling:groupName=group"}],
                "rate":{"kind":"diurnal","low":{{{size * 40}}},"high":{{{size * 100}}},"peakHour":14},
                "cost":{"cpuSeconds":0.01}}]}
                """));
    }

    private async Task SendAsync(byte[] request)
    {
        var answer = await _connection.SendAsync(request, wantBody: true);
        if (answer.Status is < 200 or > 299) throw new InvalidOperationException($"{answer.Status}: {answer.Body}");
    }
}
