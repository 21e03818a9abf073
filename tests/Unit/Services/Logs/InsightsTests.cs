using Orrery.Services.Logs.Operations.Queries;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Tests.Unit.Services.Logs;

public sealed class InsightsTests
{
    // CloudWatch Logs User Guide, "Logs Insights language query syntax" and "Boolean, comparison, numeric, datetime, and
    // other functions": the examples of the tables.
    [Theory]
    [InlineData("fields 2 ^ 3 as x", "8")]
    [InlineData("fields 10 % 3 as x", "1")]
    [InlineData("fields ltrim('xyZfooxyZ','xyZ') as x", "fooxyZ")]
    [InlineData("fields rtrim('xyZfooxyZ','xyZ') as x", "xyZfoo")]
    [InlineData("fields trim('xyZfooxyZ','xyZ') as x", "foo")]
    [InlineData("fields substr('xyZfooxyZ',3,3) as x", "foo")]
    [InlineData("fields replace('foo','o','0') as x", "f00")]
    [InlineData("fields strcontains('foo','o') as x", "1")]
    [InlineData("fields strlen(concat('a','bc')) as x", "3")]
    [InlineData("fields toupper('a') as x", "A")]
    [InlineData("fields abs(1-3) as x", "2")]
    [InlineData("fields ceil(1.2) + floor(1.8) as x", "3")]
    [InlineData("fields coalesce(nothing, level) as x", "info")]
    [InlineData("fields ispresent(level) as x", "1")]
    [InlineData("fields isempty(nothing) as x", "1")]
    [InlineData("fields datefloor(@timestamp, 1h) as x", "2026-01-01 00:00:00.000")]
    [InlineData("fields tomillis(@timestamp) as x", "1767225603000")]
    [InlineData("fields fromMillis(0) as x", "1970-01-01 00:00:00.000")]
    [InlineData("fields isIpv4InSubnet('10.0.0.1', '10.0.0.0/8') as x", "1")]
    [InlineData("fields nested.n as x", "4")]
    [InlineData("fields @log as x", "123456789012:g")]
    public void Expressions_are_worked_out_as_documented(string query, string value) =>
        Assert.Equal(value, Ask(query + " | limit 1")[0].First(f => f.Field == "x").Value);

    [Theory]
    [InlineData("filter level = 'error'", 2)]
    [InlineData("filter level != 'error'", 1)]
    [InlineData("filter duration > 15", 2)]
    [InlineData("filter duration > 15 and level = 'info' or duration = 10", 2)]
    [InlineData("filter @message like /(?i)ERROR/", 2)]
    [InlineData("filter @message =~ /err.r/", 2)]
    [InlineData("filter @message like 'info'", 1)]
    [InlineData("filter @message not like 'info'", 3)]
    [InlineData("filter level in ['info', 'warn']", 1)]
    [InlineData("filter not ispresent(level)", 1)]
    [InlineData("dedup level", 3)]
    public void Filters_match(string query, int count) => Assert.Equal(count, Ask(query).Count);

    [Fact]
    public void Aggregates_are_worked_out_by_group()
    {
        var all = Ask("stats count(*) as n, sum(duration) as s, avg(duration) as a, min(duration), max(duration), "
            + "pct(duration, 50) as p, count_distinct(level) as d, latest(duration) as l, earliest(duration) as e");
        Assert.Equal(
            "n=4 s=60 a=20 min(duration)=10 max(duration)=30 p=20 d=2 l=30 e=10",
            string.Join(' ', all[0].Select(f => $"{f.Field}={f.Value}")));
        var by = Ask("filter ispresent(level) | stats count(*) by level | sort level");
        Assert.Equal("error 2,info 1", string.Join(',', by.Select(r => $"{r[0].Value} {r[1].Value}")));
        Assert.Equal(4, Ask("stats count(*) by bin(1s)").Count);
    }

    [Fact]
    public void Parse_takes_parts_of_a_text()
    {
        var glob = Ask("parse @message 'user=*, method:*' as user, method | filter ispresent(user) | display user, method");
        Assert.Equal("bob GET", string.Join(' ', glob[0].Take(2).Select(f => f.Value)));
        var regex = Ask("parse @message /user=(?<u>[a-z]+)/ | filter ispresent(u) | display u");
        Assert.Equal("bob", regex[0][0].Value);
    }

    [Fact]
    public void Without_fields_time_and_message_are_given_the_latest_first_and_a_pointer_finds_the_event()
    {
        var rig = World();
        var rows = Ask("filter level = 'error'", rig);
        Assert.Equal(["@timestamp", "@message", "@ptr"], rows[0].Select(f => f.Field));
        Assert.Equal("2026-01-01 00:00:02.000", rows[0][0].Value);
        var record = rig.Run(new GetLogRecord(), new GetLogRecordRequest { LogRecordPointer = rows[0][2].Value });
        Assert.Equal("error", record.LogRecord!["level"]);
        var fields = rig.Run(new GetLogGroupFields(), new GetLogGroupFieldsRequest { LogGroupName = "g" });
        Assert.Equal(75, fields.LogGroupFields!.First(f => f.Name == "duration").Percent);
    }

    [Theory]
    [InlineData("fields", "MalformedQueryException")]
    [InlineData("filter level ==", "MalformedQueryException")]
    [InlineData("nonsense x", "MalformedQueryException")]
    [InlineData("stats nothing(x)", "MalformedQueryException")]
    [InlineData("pattern @message", "InvalidParameterException")]
    public void What_is_no_query_is_refused(string query, string code) =>
        Assert.Equal(code, World().Refused(new StartQuery(), Request(query)));

    [Fact]
    public void Queries_are_listed_and_stop_only_while_they_run()
    {
        var rig = World();
        var id = rig.Run(new StartQuery(), Request("fields @message")).QueryId;
        Assert.Equal(
            QueryStatus.Complete, rig.Run(new DescribeQueries(), new DescribeQueriesRequest()).Queries![0].Status);
        Assert.Equal(
            "InvalidParameterException", rig.Refused(new StopQuery(), new StopQueryRequest { QueryId = id }));
        rig.Advance(TimeSpan.FromDays(7));
        Assert.Equal(
            "ResourceNotFoundException", rig.Refused(new GetQueryResults(), new GetQueryResultsRequest { QueryId = id }));
    }

    [Fact]
    public void Query_definitions_are_kept()
    {
        var rig = World();
        var id = rig.Run(new PutQueryDefinition(), new() { Name = "n", QueryString = "fields a" }).QueryDefinitionId;
        Assert.Single(
            rig.Run(new DescribeQueryDefinitions(), new DescribeQueryDefinitionsRequest()).QueryDefinitions!);
        Assert.True(rig.Run(new DeleteQueryDefinition(), new() { QueryDefinitionId = id }).Success);
    }

    private static Rig World()
    {
        var rig = LogWorld.New();
        rig.Put(
            "s",
            (LogWorld.Start, "user=bob, method:GET"),
            (LogWorld.Start + 1_000, """{"level":"error","duration":10}"""),
            (LogWorld.Start + 2_000, """{"level":"error","duration":20}"""),
            (LogWorld.Start + 3_000, """{"level":"info","duration":30,"nested":{"n":4}}"""));
        return rig;
    }

    private static StartQueryRequest Request(string query) => new()
    {
        LogGroupName = "g", QueryString = query, StartTime = LogWorld.Start / 1000, EndTime = (LogWorld.Start / 1000) + 60,
    };

    private static IReadOnlyList<IReadOnlyList<ResultField>> Ask(string query, Rig? rig = null)
    {
        rig ??= World();
        var id = rig.Run(new StartQuery(), Request(query)).QueryId;
        return rig.Run(new GetQueryResults(), new GetQueryResultsRequest { QueryId = id }).Results!;
    }
}
